import { setTimeout as sleep } from 'node:timers/promises';
import { DRAIN_TIMEOUT_MS, EXIT_CODE, type ExitCode } from '@seaworthy/platform/process';
import { createBackoff } from './backoff.ts';
import { type Child, describeExit, type Exit } from './child.ts';
import { StartFailure } from './failure.ts';
import { readableLine } from './log-line.ts';

/** A process that is to run until it is told to stop. */
export interface Supervised {
  /** Resolves when it serves for the first time; rejects with a StartFailure when it does not come to that. */
  readonly ready: Promise<void>;
  /** Rejects with a StartFailure when it cannot be kept running; never resolves. */
  readonly lost: Promise<never>;
  /** Asks it to drain and ends it at the bound. Resolves when it is gone: with whether it ended by itself. */
  stop(): Promise<boolean>;
  /** Ends it now. */
  kill(): void;
}

/** What {@link supervise} needs. */
export interface SuperviseOptions {
  readonly name: string;
  /** Where the person finds everything it said. */
  readonly logPath: string;
  start(): Child;
  /** Whether it serves; a rejection counts as no. */
  isReady(signal: AbortSignal): Promise<boolean>;
  /** The last lines it logged, oldest first. */
  lastLines(): readonly string[];
  /** Told in one line what the person should know. */
  onNote(line: string): void;
}

type Outcome = 'serves' | 'ended' | 'too slow';

const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 100;
const READY_ANSWER_MS = 15_000;
/** A process bounds its drain itself; this much later it is ended from here. */
const KILL_AFTER_MS = DRAIN_TIMEOUT_MS + 1_000;
/** What a first start may fail with that is about the surroundings: passed on as our own exit code. */
const TELLING_CODES: readonly ExitCode[] = [
  EXIT_CODE.unavailable,
  EXIT_CODE.cannotCreate,
  EXIT_CODE.configuration,
];

/**
 * Keeps a process running. One that ends before it ever served is not started again, and neither is one that says
 * its settings are wrong (78): both are told with their last words. One that crashes later is started again after a
 * growing pause, until it crashes too often.
 */
export function supervise(options: SuperviseOptions): Supervised {
  const stopping = new AbortController();
  const ready = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<never>();
  // Whoever waits for these gets the failure; that nobody waits yet is no failure of its own.
  ready.promise.catch(() => undefined);
  lost.promise.catch(() => undefined);
  const backoff = createBackoff();
  let child: Child | undefined;
  let runs = false;
  let served = false;

  const liveOnce = async (): Promise<void> => {
    child = options.start();
    runs = true;
    const outcome = await serveOrEnd(child, options);
    if (outcome === 'serves') {
      if (served) options.onNote(`${options.name} is back.`);
      served = true;
      ready.resolve();
    }
    if (outcome === 'too slow') child.kill();
    const exit = await child.exited;
    runs = stopping.signal.aborted;
    if (stopping.signal.aborted) return;
    const pauseMs =
      served && exit.code !== EXIT_CODE.configuration ? backoff.after(performance.now()) : undefined;
    if (pauseMs === undefined) throw lastWords(options, outcome, exit, served);
    options.onNote(`${crash(options, exit)} Starting it again in ${pauseMs / 1_000} s.`);
    await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  };
  const finished = (async () => {
    try {
      while (!stopping.signal.aborted) await liveOnce();
    } catch (failure) {
      ready.reject(failure);
      lost.reject(failure);
    }
  })();

  return {
    ready: ready.promise,
    lost: lost.promise,
    async stop() {
      stopping.abort();
      if (!runs) return true;
      child?.stop();
      const bound = setTimeout(() => child?.kill(), KILL_AFTER_MS);
      await finished;
      clearTimeout(bound);
      return (await child?.exited)?.code === EXIT_CODE.ok;
    },
    kill: () => child?.kill(),
  };
}

/** Waits until the process serves, has ended, or has taken too long. */
async function serveOrEnd(child: Child, options: SuperviseOptions): Promise<Outcome> {
  const over = new AbortController();
  const ended = child.exited.then((): Outcome => 'ended');
  const deadline = performance.now() + READY_TIMEOUT_MS;
  const served = (async (): Promise<Outcome> => {
    while (!over.signal.aborted && performance.now() < deadline) {
      const answer = AbortSignal.any([over.signal, AbortSignal.timeout(READY_ANSWER_MS)]);
      if (await options.isReady(answer).catch(() => false)) return 'serves';
      await sleep(READY_POLL_MS);
    }
    return 'too slow';
  })();
  const outcome = await Promise.race([ended, served]);
  over.abort();
  return outcome;
}

function lastWords(options: SuperviseOptions, outcome: Outcome, exit: Exit, served: boolean): StartFailure {
  const what =
    outcome === 'too slow'
      ? `${options.name} did not serve within ${READY_TIMEOUT_MS / 1_000} s.`
      : served && exit.code !== EXIT_CODE.configuration
        ? `${options.name} crashed too often: it ${describeExit(exit)} again.`
        : `${options.name} ${describeExit(exit)} before it served.`;
  const lines = options.lastLines().map((line) => `  ${readableLine(line)}`);
  const code = TELLING_CODES.find((telling) => telling === exit.code) ?? EXIT_CODE.internal;
  return new StartFailure([what, ...lines, `Everything it said: ${options.logPath}`].join('\n'), code);
}

function crash(options: SuperviseOptions, exit: Exit): string {
  const last = options.lastLines().at(-1);
  const words = last === undefined ? '' : `, last line: ${readableLine(last)}`;
  return `${options.name} ${describeExit(exit)}${words}.`;
}
