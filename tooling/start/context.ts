import type { Display } from './display.ts';
import { StopRequested } from './failure.ts';
import type { Guard } from './guard.ts';
import type { StartSettings } from './settings.ts';

/** What every part of a start is handed. */
export interface StartContext {
  /** Repository root, absolute. */
  readonly root: string;
  readonly settings: StartSettings;
  /** Environment of everything that is started; holds no database address. */
  readonly env: NodeJS.ProcessEnv;
  readonly display: Display;
  readonly guard: Guard;
  /** Gives the start up because of a failure; the first one is told to the person. */
  fail(error: unknown): void;
  /** Aborted when the start is given up: somebody asked to stop, or something failed. */
  readonly givenUp: AbortSignal;
  /** Aborted when nothing may wait any longer. */
  readonly hard: AbortSignal;
  /** Registers what is ended when the start ends, the newest first. Resolves with false: it had to be forced. */
  onEnd(end: () => Promise<boolean>): void;
}

/** @throws StopRequested when the start was given up: nothing new may begin. */
export function throwIfGivenUp(context: Pick<StartContext, 'givenUp'>): void {
  if (context.givenUp.aborted) throw new StopRequested();
}

/** Rejects with StopRequested when the start is given up; never resolves. For racing against a wait. */
export function untilGivenUp(context: Pick<StartContext, 'givenUp'>): Promise<never> {
  return new Promise((_, reject) => {
    if (context.givenUp.aborted) reject(new StopRequested());
    context.givenUp.addEventListener('abort', () => reject(new StopRequested()), { once: true });
  });
}

/**
 * Runs parts side by side. One that fails makes the others give up; all have ended when this rejects.
 */
export async function together(
  context: Pick<StartContext, 'fail'>,
  parts: readonly Promise<unknown>[],
): Promise<void> {
  for (const part of parts) part.catch((error: unknown) => context.fail(error));
  const outcomes = await Promise.allSettled(parts);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
