import type { WriteStream } from 'node:tty';

/** One thing the start does, as the person sees it. */
export interface Step {
  /** What it is doing at the moment. */
  doing(what: string): void;
  /** How far it is, when there is a true measure. */
  progress(done: number, total: number): void;
  /** It is finished; `what` says what came of it. */
  done(what: string): void;
  /** It failed, or was given up for another reason (a StopRequested). */
  failed(error: unknown): void;
}

/** Shows the steps of a start. */
export interface Display {
  /** A step begins. */
  step(title: string): Step;
  /** A line that stays. */
  line(text: string): void;
  /** A line that stays and must be noticed. */
  warn(text: string): void;
  /** Takes back whatever moves; nothing is drawn after this but lines. */
  settle(): void;
}

/** What a display writes to: standard output. */
export type Output = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };
