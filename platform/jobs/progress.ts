/** How far a job is, for people. What is not known is left out. */
export interface Progress {
  /** Of `total`, in whatever the task counts. */
  readonly done?: number;
  readonly total?: number;
  /** What came of it so far, such as `{ created: 3, unchanged: 997 }`. */
  readonly counters?: Readonly<Record<string, number>>;
  /** One short line. */
  readonly message?: string;
}

const EVERY_MS = 500;

/** Writes the latest progress at most twice a second: the first at once, the last of a burst when its time has come. */
export class ProgressWriter {
  readonly #write: (progress: Progress) => Promise<void>;
  #latest: Progress | undefined;
  #isDue = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(write: (progress: Progress) => Promise<void>) {
    this.#write = write;
  }

  /** What was told last; undefined when nothing was. */
  get latest(): Progress | undefined {
    return this.#latest;
  }

  report(progress: Progress): void {
    this.#latest = progress;
    this.#isDue = true;
    if (this.#timer === undefined) this.#flush();
  }

  /** Writes no more; the end of the job carries the latest. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#isDue = false;
  }

  #flush(): void {
    this.#timer = undefined;
    if (!this.#isDue || this.#latest === undefined) return;
    this.#isDue = false;
    void this.#write(this.#latest);
    this.#timer = setTimeout(() => this.#flush(), EVERY_MS);
    this.#timer.unref();
  }
}
