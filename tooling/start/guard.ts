import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DRAIN_TIMEOUT_MS } from '@seaworthy/platform/process';

/** What happens to a process group when the starter dies without ending it. */
export type AfterDeath = 'may drain' | 'ends at once';

/** Sees to it that no process outlives the starter, however the starter dies. */
export interface Guard {
  /** Takes the process group of `pid` under guard. */
  watch(pid: number, afterDeath: AfterDeath): void;
  /** The group has ended. */
  release(pid: number): void;
  /** Ends the guard, which then touches nothing any more. */
  close(): Promise<void>;
}

/** Longer than a process of ours takes to drain once it notices that the starter is gone. */
const DRAIN_BOUND_S = DRAIN_TIMEOUT_MS / 1_000 + 2;

/**
 * Reads `may pid`, `now pid` and `- pid`. When its input ends without `done`, the starter was killed: groups of the
 * kind `now` go at once, the others (which end themselves when they notice) after the bound. A shell: it costs one
 * megabyte rather than forty, and a signal to the terminal's group does not reach it.
 */
const script = (drainBoundS: number): string => `
trap '' INT TERM HUP PIPE
drain= now=
without() { kept=; for g in $2; do [ "$g" = "$1" ] || kept="$kept $g"; done; }
while read -r what pid; do
  case $what in
    may) drain="$drain $pid" ;;
    now) now="$now $pid" ;;
    -) without "$pid" "$drain"; drain=$kept; without "$pid" "$now"; now=$kept ;;
    done) exit 0 ;;
  esac
done
for g in $now; do kill -s KILL -- "-$g" 2>/dev/null; done
waited=0
while [ -n "$drain" ] && [ "$waited" -lt ${drainBoundS} ]; do
  sleep 1
  waited=$((waited + 1))
  kept=
  for g in $drain; do kill -s 0 -- "-$g" 2>/dev/null && kept="$kept $g"; done
  drain=$kept
done
for g in $drain; do kill -s KILL -- "-$g" 2>/dev/null; done
`;

/** Starts the guard. Processes must be started as leaders of their own group (`detached`) to be watched. */
export function startGuard(
  options: { readonly drainBoundS: number } = { drainBoundS: DRAIN_BOUND_S },
): Guard {
  const shell = spawn('/bin/sh', ['-c', script(options.drainBoundS), 'seaworthy-guard'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = once(shell, 'close').catch(() => undefined);
  // A guard that was killed is no reason to stop what runs; it is missed only if the starter is killed as well.
  shell.stdin.on('error', () => undefined);
  const tell = (line: string): void => void shell.stdin.write(`${line}\n`);
  return {
    watch: (pid, afterDeath) => tell(`${afterDeath === 'may drain' ? 'may' : 'now'} ${pid}`),
    release: (pid) => tell(`- ${pid}`),
    async close() {
      shell.stdin.end('done\n');
      await ended;
    },
  };
}
