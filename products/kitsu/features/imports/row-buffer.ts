/** Gathers a row that is spread over chunks, and nothing of it once it is too large. */
export class RowBuffer {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Takes the next part of the row. */
  add(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes <= this.#maxBytes) this.#parts.push(part);
    else this.#parts = [];
  }

  /** The whole row, or null when it is too large; the next part begins another one. */
  take(): string | null {
    const [only, ...others] = this.#parts;
    const whole = only !== undefined && others.length === 0 ? only : Buffer.concat(this.#parts);
    const text = this.#bytes <= this.#maxBytes ? whole.toString('utf8') : null;
    this.#parts = [];
    this.#bytes = 0;
    return text;
  }
}
