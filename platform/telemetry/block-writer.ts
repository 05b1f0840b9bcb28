import { writeSync } from 'node:fs';

const BLOCK_LENGTH = 8192;
const DELAY_MAX_MS = 100;
/** What is kept for a reader that cannot take more right now; beyond it the oldest text goes. */
const KEPT_MAX_BYTES = 1_048_576;

/** Where text goes: a file descriptor, or a stand-in in tests. */
export type WriteBytes = (bytes: Buffer) => number;

/**
 * Writes lines in blocks, at the latest after a tenth of a second: a write for each line would be the dearest part of a
 * request. Writes are synchronous, since text that waits for another thread costs more than the write. A reader that is
 * gone ends the writing for good and without an error; one that takes nothing more for now gets the rest later, or at
 * worst loses the oldest lines. It never throws and never waits.
 */
export class BlockWriter {
  readonly #writeBytes: WriteBytes;
  #text = '';
  #unsent: Buffer = Buffer.alloc(0);
  #timer: NodeJS.Timeout | undefined;
  #readerGone = false;

  constructor(writeBytes: WriteBytes) {
    this.#writeBytes = writeBytes;
  }

  write(line: string): void {
    if (this.#readerGone) return;
    this.#text += line;
    if (this.#text.length >= BLOCK_LENGTH) this.flush();
    else this.#flushSoon();
  }

  /** Writes what is there, as far as the reader takes it. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    let bytes = Buffer.from(this.#text);
    if (this.#unsent.length > 0) bytes = Buffer.concat([this.#unsent, bytes]);
    this.#text = '';
    this.#unsent = this.#send(bytes);
    if (this.#unsent.length > 0) this.#flushSoon();
  }

  #flushSoon(): void {
    this.#timer ??= setTimeout(() => this.flush(), DELAY_MAX_MS).unref();
  }

  /** Returns what could not be sent. */
  #send(bytes: Buffer): Buffer {
    let sent = 0;
    try {
      while (sent < bytes.length && !this.#readerGone) sent += this.#writeBytes(bytes.subarray(sent));
      return Buffer.alloc(0);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EAGAIN') {
        this.#readerGone = true;
        return Buffer.alloc(0);
      }
      return withinBudget(bytes.subarray(sent));
    }
  }
}

/** Cuts whole lines off the front until the rest fits. */
function withinBudget(bytes: Buffer): Buffer {
  if (bytes.length <= KEPT_MAX_BYTES) return bytes;
  const from = bytes.indexOf('\n', bytes.length - KEPT_MAX_BYTES);
  return from < 0 ? Buffer.alloc(0) : bytes.subarray(from + 1);
}

/** Standard output in blocks; what is left is written when the process exits. */
export function standardOutput(): BlockWriter {
  const writer = new BlockWriter((bytes) => writeSync(1, bytes));
  process.once('exit', () => writer.flush());
  return writer;
}
