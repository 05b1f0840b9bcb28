/** How the starter learns that it is to end. */
export interface StopRequest {
  /** Aborted by the first request. */
  readonly soft: AbortSignal;
  /** Aborted by a second one: nothing waits any longer. */
  readonly hard: AbortSignal;
  /** The signal that asked. */
  signal(): NodeJS.Signals | undefined;
}

/** One Ctrl-C reaches us several times: from the terminal, from npm, from the launcher. */
const SAME_PRESS_MS = 1_500;

/**
 * Listens for SIGINT, SIGTERM and SIGHUP. A third press ends the starter on the spot; what it started then ends by
 * itself.
 */
export function listenForStop(): StopRequest {
  const soft = new AbortController();
  const hard = new AbortController();
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let asked: NodeJS.Signals | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    const nowMs = performance.now();
    if (nowMs - lastAtMs < SAME_PRESS_MS) return;
    lastAtMs = nowMs;
    if (hard.signal.aborted) process.exit(signalExitCode(signal));
    if (soft.signal.aborted) hard.abort();
    else soft.abort();
    asked = signal;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return { soft: soft.signal, hard: hard.signal, signal: () => asked };
}

/** 128 + n, as a shell tells that a signal ended something: 130 for Ctrl-C, 143 for SIGTERM. */
export function signalExitCode(signal: NodeJS.Signals | undefined): number {
  const numbers: Partial<Record<NodeJS.Signals, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
  return numbers[signal ?? 'SIGTERM'] ?? 143;
}
