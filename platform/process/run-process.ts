import { EXIT_CODE, type ExitCode, exitCodeFor } from './exit-code.ts';
import { createLifecycle, type Lifecycle, type OwnedLifecycle } from './lifecycle.ts';

/** Bound of a graceful stop: a little more than the 10 s an HTTP server gives its requests, so that the rest closes too. */
export const DRAIN_TIMEOUT_MS = 12_000;

/** A second Ctrl-C this long after the first one means it; sooner, it is the same key press arriving twice. */
const SAME_PRESS_MS = 500;

/** What a process is. */
export interface ProcessOptions {
  /** Name in messages, such as `kitsu-api`. */
  readonly name: string;
  /** Bound of a graceful stop in milliseconds; {@link DRAIN_TIMEOUT_MS} when not given. */
  readonly drainTimeoutMs?: number;
  /** Opens and starts everything; resolves when the process serves. Registers what it opened with `life`. */
  start(life: Lifecycle): Promise<void>;
}

/**
 * Runs a long-lived process: the body of a `main.ts`.
 *
 * It stops on SIGTERM, SIGINT and SIGHUP, and when the parent that started it with an IPC channel is gone, however
 * that died. Stopping closes what was registered, newest first, within `drainTimeoutMs`. The exit code is one of
 * `EXIT_CODE`; a failed start closes what was opened, prints one sentence and exits with the code of its kind (78
 * for settings). Signals that arrive twice do no harm; a second SIGINT by hand ends the process at once (130).
 */
export function runProcess(options: ProcessOptions): void {
  const life = createLifecycle(options.name);
  const drainTimeoutMs = options.drainTimeoutMs ?? DRAIN_TIMEOUT_MS;
  let stoppingSinceMs: number | undefined;
  let leave = (code: number): never => process.exit(code);

  const stop = async (reason: string, code: ExitCode): Promise<void> => {
    if (stoppingSinceMs !== undefined) return;
    stoppingSinceMs = performance.now();
    endAfter(drainTimeoutMs, life, () => leave(EXIT_CODE.unclean));
    life.report('info', { reason }, 'stopping');
    const failures = await life.close(reason);
    for (const error of failures) life.report('error', { err: error }, error.message);
    const tookMs = Math.round(performance.now() - stoppingSinceMs);
    life.report('info', { tookMs }, 'stopped');
    leave(failures.length > 0 && code === EXIT_CODE.ok ? EXIT_CODE.unclean : code);
  };

  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop(signal, EXIT_CODE.ok));
  }
  process.on('SIGINT', () => {
    if (stoppingSinceMs !== undefined && performance.now() - stoppingSinceMs > SAME_PRESS_MS)
      process.exit(130);
    void stop('SIGINT', EXIT_CODE.ok);
  });
  whenParentIsGone(() => {
    leave = leaveUnheard;
    void stop('the process that started this one is gone', EXIT_CODE.ok);
  });
  survivePipesWithoutReader();

  options.start(life).catch((error: unknown) => {
    if (stoppingSinceMs !== undefined) return;
    life.report('error', { err: error }, `did not start: ${sentence(error)}`);
    void stop('the start failed', exitCodeFor(error));
  });
}

/**
 * For short commands: ends this process at once when the parent that started it with an IPC channel dies. Without
 * such a channel it does nothing.
 */
export function exitWithParent(): void {
  whenParentIsGone(leaveUnheard);
}

function whenParentIsGone(then: () => void): void {
  if (!process.connected) return;
  process.once('disconnect', then);
  // The channel must not be what keeps a finished process alive.
  process.channel?.unref();
}

/**
 * Ends a process whose parent is gone, once everything is closed. Without exit handlers: nobody reads the exit code
 * any more, and a handler that writes what is left to a pipe without a reader may never return (sonic-boom's does not).
 */
function leaveUnheard(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing may run until it is there.
  for (;;);
}

/** A parent that dies leaves stdout and stderr without a reader; an unread log line is no reason to break a drain. */
function survivePipesWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

function endAfter(drainTimeoutMs: number, life: OwnedLifecycle, leave: () => never): void {
  // Not unref'd: a close that waits for nothing the event loop knows of must not pass for a clean end.
  setTimeout(() => {
    life.report(
      'error',
      { drainTimeoutMs },
      `did not drain within ${drainTimeoutMs} ms, ending all the same`,
    );
    leave();
  }, drainTimeoutMs);
}

/** What is expected to go wrong is told in its own words; a mistake of ours comes with its stack. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return exitCodeFor(error) === EXIT_CODE.internal ? (error.stack ?? error.message) : error.message;
}
