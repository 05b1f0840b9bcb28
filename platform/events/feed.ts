import type { EventRow } from './queries.ts';

/** More than this that one viewer has not been told is not told one by one: he looks at everything anew. */
export const UNTOLD_MAX = 500;

/**
 * What one viewer has not been told yet: of each subject the latest, and never more than {@link UNTOLD_MAX}. However slow
 * the viewer, this is all he costs.
 */
export class Feed {
  readonly audiences: ReadonlySet<string>;
  readonly #untold = new Map<string, EventRow>();
  #hasMissed = false;
  #wake: () => void = () => undefined;

  constructor(audiences: readonly string[]) {
    this.audiences = new Set(audiences);
  }

  /** Adds what concerns this viewer. */
  offer(events: readonly EventRow[]): void {
    for (const event of events) {
      if (!this.audiences.has(event.audience) || this.#hasMissed) continue;
      const key = JSON.stringify([event.audience, event.kind, event.subject]);
      // Again at the end: what is told is in the order in which it was said.
      this.#untold.delete(key);
      this.#untold.set(key, event);
      if (this.#untold.size > UNTOLD_MAX) this.miss();
    }
    if (this.#hasMissed || this.#untold.size > 0) this.#wake();
  }

  /** Adds what was said before everything that was offered so far. */
  precede(events: readonly EventRow[]): void {
    const later = [...this.#untold.values()];
    this.#untold.clear();
    this.offer([...events, ...later]);
  }

  /** Has the viewer look at everything anew. */
  miss(): void {
    this.#hasMissed = true;
    this.#untold.clear();
    this.#wake();
  }

  /** What is to be told now; it counts as told from here on. */
  take(): { readonly hasMissed: boolean; readonly events: readonly EventRow[] } {
    const taken = { hasMissed: this.#hasMissed, events: [...this.#untold.values()] };
    this.#hasMissed = false;
    this.#untold.clear();
    return taken;
  }

  /** Resolves when there is something to tell, or after so long, or when the signal is aborted. */
  async something(withinMs: number, signal: AbortSignal): Promise<void> {
    if (this.#hasMissed || this.#untold.size > 0 || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = () => resolve();
    const timer = setTimeout(wake, withinMs);
    this.#wake = wake;
    signal.addEventListener('abort', wake);
    await promise;
    signal.removeEventListener('abort', wake);
    clearTimeout(timer);
  }
}
