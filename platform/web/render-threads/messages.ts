import type { Captured } from '../page-cache/capture-response.ts';

/** What is asked of a thread. */
export type Asked =
  | {
      readonly kind: 'render';
      readonly id: number;
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string | string[]>>;
      readonly body: Uint8Array | undefined;
      readonly apiOrigins: readonly string[];
    }
  /** An API process stopped answering while another one does. */
  | { readonly kind: 'gone'; readonly id: number; readonly origin: string }
  /** What was begun is to end; then the thread does. */
  | { readonly kind: 'close' };

/** What a thread says. */
export type Said =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'rendered';
      readonly id: number;
      readonly answer: Captured;
      readonly isIncomplete: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly message: string;
      readonly stack: string | undefined;
    };
