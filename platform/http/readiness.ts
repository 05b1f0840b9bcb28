import { isAppError } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';

/** One thing a process needs in order to be useful, for example its database. */
export type ReadinessCheck = {
  readonly name: string;
  /** Resolves when all is well. A thrown `AppError`'s text is shown, of anything else only that it failed. */
  check(signal: AbortSignal): Promise<unknown>;
  /** Default 1 000. */
  readonly timeoutMs?: number;
};

/** What one check found. */
export type CheckResult = { name: string; status: 'ok' | 'failed'; ms: number; error?: string };

const TIMEOUT_MS = 1000;

/**
 * Runs all checks side by side, each within its own time. Callers that ask while a run is under way share its result, so
 * probes cannot pile up on a sick database.
 */
export function readinessRunner(
  checks: readonly ReadinessCheck[],
  logger: Logger,
): () => Promise<CheckResult[]> {
  let running: Promise<CheckResult[]> | undefined;
  return () => {
    running ??= Promise.all(checks.map((check) => run(check, logger))).finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function run(
  { name, check, timeoutMs = TIMEOUT_MS }: ReadinessCheck,
  logger: Logger,
): Promise<CheckResult> {
  const startedMs = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  const elapsed = () => Math.round(performance.now() - startedMs);
  try {
    await Promise.race([check(signal), rejectWhenAborted(signal)]);
    return { name, status: 'ok', ms: elapsed() };
  } catch (error) {
    logger.warn({ err: error, check: name }, 'A readiness check failed.');
    const late = signal.aborted ? `no answer within ${timeoutMs} ms` : 'failed';
    return { name, status: 'failed', ms: elapsed(), error: isAppError(error) ? error.message : late };
  }
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
