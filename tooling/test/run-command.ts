import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { StepContext } from './step.ts';

/** A program to run, from the repository root unless `folder` says otherwise. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Called for each line the program writes to its file descriptor 3. */
  readonly onReport?: (line: string) => void;
}

/** How a program ended, with what it printed. */
export interface Finished {
  readonly ok: boolean;
  readonly output: string;
}

const defaultTimeoutMs = 600_000;
const killAfterMs = 10_000;
const keptOutputChars = 2_000_000;

/** Runs a program to its end, captures what it prints, and ends it (and what it started) on abort or timeout. */
export function runCommand(context: StepContext, command: Command): Promise<Finished> {
  const child = spawn(command.file, command.args, {
    cwd: context.root,
    // Its own process group, so that the end of a step is the end of everything it started.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', command.onReport ? 'pipe' : 'ignore'],
    env: {
      ...process.env,
      PATH: `${join(context.root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...command.env,
    },
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-keptOutputChars);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    if (command.onReport) readLines(child.stdio[3], command.onReport);
    const timeoutMs = command.timeoutMs ?? defaultTimeoutMs;
    const end = (reason: string): void => {
      output += `\n${reason}\n`;
      endGroup(child.pid, 'SIGTERM');
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), killAfterMs).unref();
    };
    const timer = setTimeout(() => end(`Not finished after ${timeoutMs / 1000} s: ended.`), timeoutMs);
    const onAbort = (): void => end('Ended with the run.');
    context.signal.addEventListener('abort', onAbort, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      context.signal.removeEventListener('abort', onAbort);
      // Whatever the program left behind would disturb the next step.
      endGroup(child.pid, 'SIGKILL');
      resolve({ ok: code === 0, output });
    });
  });
}

function readLines(stream: unknown, onLine: (line: string) => void): void {
  if (!(stream instanceof Object) || !('on' in stream)) return;
  let rest = '';
  (stream as NodeJS.ReadableStream).on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
