import { join } from 'node:path';
import { startChild } from './child.ts';
import { openChildLog } from './child-log.ts';
import type { StartContext } from './context.ts';
import type { ShownLine } from './log-line.ts';
import { type Supervised, supervise } from './supervise.ts';

/** A process that serves. */
export interface Service {
  /** `kitsu-api-0`. */
  readonly name: string;
  /** From the repository root. */
  readonly entry: string;
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** It serves when these addresses, one after the other, answer without an error of the server. */
  readonly readyUrls: readonly string[];
}

/** More lines than this a second of one process stay in its log. */
const SHOWN_PER_S = 4;

/** Starts a process and keeps it running; when that cannot be done any longer, the start fails. */
export function startService(context: StartContext, service: Service): Supervised {
  const path = join(context.settings.dataDir, 'logs', `${service.name}.log`);
  const log = openChildLog(path, (problem) =>
    context.display.warn(
      `${path} cannot be written: ${problem.message}. ${service.name} runs on without a log.`,
    ),
  );
  let served = false;
  const show = createThrottle(SHOWN_PER_S, (line: ShownLine) => {
    // What a process warns of before it serves is about its start, of which the person is told anyway.
    if (served || line.level === 'error') context.display.warn(`${service.name}: ${line.text}`);
  });
  const supervised = supervise({
    name: service.name,
    logPath: path,
    start: () =>
      startChild(
        {
          entry: join(context.root, service.entry),
          args: [],
          folder: context.root,
          env: { ...context.env, ...service.env },
          afterDeath: 'may drain',
        },
        { guard: context.guard, log, onLine: show },
      ),
    isReady: async (signal) => {
      for (const url of service.readyUrls) if (!(await answers(url, signal))) return false;
      return true;
    },
    lastLines: () => log.tail(),
    onNote: (line) => context.display.warn(line),
  });
  supervised.ready.then(
    () => {
      served = true;
    },
    () => undefined,
  );
  // A moment later, so that the step this process belongs to fails rather than being given up.
  supervised.lost.catch((failure: unknown) => setImmediate(() => context.fail(failure)));
  context.hard.addEventListener('abort', () => supervised.kill(), { once: true });
  return { ...supervised, stop: () => supervised.stop().finally(() => log.close()) };
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  const response = await fetch(url, { signal, headers: { connection: 'close' } });
  await response.arrayBuffer();
  return response.status < 500;
}

/** Lets `perS` calls a second through and drops the others. */
function createThrottle<T>(perS: number, call: (value: T) => void): (value: T) => void {
  let second = 0;
  let calls = 0;
  return (value) => {
    const now = Math.floor(performance.now() / 1_000);
    calls = now === second ? calls + 1 : 1;
    second = now;
    if (calls <= perS) call(value);
  };
}
