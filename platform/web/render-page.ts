import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiWatch, Stamp } from './api-watch.ts';

/** Answers everything that is neither data nor health: Next's request handler. */
export type RenderPage = (
  request: IncomingMessage,
  response: ServerResponse,
  context: RenderContext,
) => Promise<void>;

/** What the front door knows while a page is rendered, and is told. */
export class RenderContext {
  /** The API processes to ask. A page may be kept only because no other one was asked for it. */
  readonly apiOrigins: readonly string[];
  /** Aborted when nobody waits for the page any more. Left out: somebody does. */
  readonly unwanted: AbortSignal | undefined;
  readonly #watch: ApiWatch;
  #isIncomplete = false;

  constructor(watch: ApiWatch, stamp: Stamp, unwanted?: AbortSignal) {
    this.unwanted = unwanted;
    this.#watch = watch;
    this.apiOrigins = stamp.apis.length > 0 ? stamp.apis.map(({ origin }) => origin) : watch.usableOrigins();
  }

  /** Aborted when this process stops answering while another one does: ask that one instead. */
  goneSignal(origin: string): AbortSignal | undefined {
    return this.#watch.goneSignal(origin);
  }

  /** To be called when something could not be had for a reason that passes: the page is then not kept. */
  markIncomplete(): void {
    this.#isIncomplete = true;
  }

  get isIncomplete(): boolean {
    return this.#isIncomplete;
  }
}
