import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly dead: boolean;
}

/** The processes below `pid`, at any depth, without itself. */
export function descendants(pid: number): number[] {
  const entries = processTable();
  const below = (parent: number): number[] =>
    entries.filter((entry) => entry.parent === parent).flatMap((entry) => [entry.pid, ...below(entry.pid)]);
  return below(pid);
}

/** Those of the processes that still run. One that has ended and was not yet collected does not. */
export function alive(pids: readonly number[]): number[] {
  const running = new Set(processTable().flatMap((entry) => (entry.dead ? [] : [entry.pid])));
  return pids.filter((pid) => running.has(pid));
}

/** Those whose command line contains `text` and that still run. */
export function aliveAbout(text: string): number[] {
  return alive(processTable().map((entry) => entry.pid)).filter((pid) => commandLine(pid).includes(text));
}

function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function processTable(): Entry[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => entryOf(line.trim().split(/\s+/)));
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name of the program, in brackets, may contain spaces.
      const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [entryOf([pid, parent, state])];
    } catch {
      return [];
    }
  });
}

function entryOf([pid, parent, state]: readonly string[]): Entry {
  return { pid: Number(pid), parent: Number(parent), dead: state?.startsWith('Z') === true };
}
