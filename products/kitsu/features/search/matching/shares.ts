/** How much of a query each of many things has; made once and used again, never by two at once. */
export class Shares {
  readonly #shares: Float32Array;
  /** The mark of the query word that counted last for a thing. */
  readonly #marks: Uint32Array;
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  #mark = 0;

  constructor(count: number) {
    this.#shares = new Float32Array(count);
    this.#marks = new Uint32Array(count);
    this.#touched = new Uint32Array(count);
  }

  /** Forgets all shares. */
  begin(): void {
    for (let at = 0; at < this.#touchedCount; at += 1) this.#shares[this.#touched[at] as number] = 0;
    this.#touchedCount = 0;
  }

  /** The next word of the query: a thing counts once for it, with the first of its matches. */
  beginWord(): void {
    this.#mark += 1;
  }

  count(thing: number, worth: number): void {
    if (this.#marks[thing] === this.#mark) return;
    this.#marks[thing] = this.#mark;
    if (this.#shares[thing] === 0) {
      this.#touched[this.#touchedCount] = thing;
      this.#touchedCount += 1;
    }
    this.#shares[thing] = (this.#shares[thing] as number) + worth;
  }

  of(thing: number): number {
    return this.#shares[thing] as number;
  }

  /** The things that have any share, in no order. */
  touched(): Uint32Array {
    return this.#touched.subarray(0, this.#touchedCount);
  }
}
