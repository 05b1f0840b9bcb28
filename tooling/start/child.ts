import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ChildLog } from './child-log.ts';
import type { AfterDeath, Guard } from './guard.ts';
import { type ShownLine, shownLine } from './log-line.ts';

/** A process to start: a script of ours, run by this same Node. */
export interface ChildSpec {
  /** Absolute path of the script. */
  readonly entry: string;
  readonly args: readonly string[];
  /** Folder it runs in. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly afterDeath: AfterDeath;
}

/** How a process ended: with a code, or by a signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A started process. */
export interface Child {
  /** Resolves when it ended and its output was read. Never rejects. */
  readonly exited: Promise<Exit>;
  /** Asks it to end. Harmless when it has. */
  stop(): void;
  /** Ends it and everything it started, now. */
  kill(): void;
}

/** Output of a process that is still open this long after its end belongs to something it left behind. */
const OUTPUT_GRACE_MS = 300;

/**
 * Starts a process in a group of its own (a Ctrl-C at the terminal reaches the starter only, which stops things in
 * order), with an IPC channel by which it notices that the starter is gone, under the guard for when it does not.
 */
export function startChild(
  spec: ChildSpec,
  surroundings: { readonly guard: Guard; readonly log: ChildLog; onLine(line: ShownLine): void },
): Child {
  const { guard, log, onLine } = surroundings;
  const child = spawn(process.execPath, [spec.entry, ...spec.args], {
    cwd: spec.folder,
    env: spec.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { pid } = child;
  if (pid !== undefined) guard.watch(pid, spec.afterDeath);
  const read = (stream: Readable | null, name: 'stdout' | 'stderr'): void => {
    if (stream === null) return;
    createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
      log.write(line);
      const shown = shownLine(line, name);
      if (shown !== undefined) onLine(shown);
    });
  };
  read(child.stdout, 'stdout');
  read(child.stderr, 'stderr');

  const signalGroup = (signal: NodeJS.Signals): void => {
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // Nothing of the group is left.
    }
  };
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => {
      log.write(`could not be started: ${error.message}`);
      resolve({ code: null, signal: null });
    });
    child.once('exit', (code, signal) => {
      const finish = (): void => {
        signalGroup('SIGKILL');
        if (pid !== undefined) guard.release(pid);
        resolve({ code, signal });
      };
      const grace = setTimeout(finish, OUTPUT_GRACE_MS);
      child.once('close', () => {
        clearTimeout(grace);
        finish();
      });
    });
  });
  return {
    exited,
    stop: () => void child.kill('SIGTERM'),
    kill: () => signalGroup('SIGKILL'),
  };
}

/** `ended with exit code 1`, `was ended by SIGKILL`. */
export function describeExit({ code, signal }: Exit): string {
  if (signal !== null) return `was ended by ${signal}`;
  return code === null ? 'could not be started' : `ended with exit code ${code}`;
}
