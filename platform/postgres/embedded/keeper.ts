/**
 * The keeper: a small process between the starter and the server. It is the server's parent and holds the other end
 * of a pipe from the starter. However the starter ends (also by SIGKILL), the pipe closes, and the keeper stops the
 * server and ends. It runs in a session of its own, so Ctrl-C reaches the starter alone, which then stops in order.
 *
 * Its one argument is a {@link KeeperOrder} as JSON. All it tells is its exit code: 0 when it was asked to stop, and
 * otherwise the server's.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/** What a keeper is to run. */
export interface KeeperOrder {
  /** The command and its arguments; the process itself must become the server. */
  readonly command: readonly [string, ...string[]];
  readonly uid?: number;
  readonly gid?: number;
  /** A folder to remove once the server has been stopped; after a crash it stays, for its log. */
  readonly remove?: string;
}

/** Fast shutdown: open transactions are rolled back. Then immediate: recovery at the next start. Then kill. */
const ESCALATION = [
  { signal: 'SIGINT', forMs: 10_000 },
  { signal: 'SIGQUIT', forMs: 5_000 },
  { signal: 'SIGKILL', forMs: 5_000 },
] as const;

function main(order: KeeperOrder): void {
  const [file, ...args] = order.command;
  const log = process.stderr.fd; // The starter has opened the log file there, for the keeper's own mishaps as well.
  const server = spawn(file, args, { uid: order.uid, gid: order.gid, stdio: ['ignore', log, log] });
  let stopping = false;

  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    let waitedMs = 0;
    for (const step of ESCALATION) {
      setTimeout(() => server.kill(step.signal), waitedMs).unref();
      waitedMs += step.forMs;
    }
  };
  const end = (code: number): void => {
    if (stopping && order.remove !== undefined) rmSync(order.remove, { recursive: true, force: true });
    process.exit(stopping ? 0 : code || 1);
  };

  server.once('error', () => end(1));
  server.once('exit', (code) => end(code ?? 1));
  process.stdin.on('close', stop).on('error', stop).resume();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}

main(JSON.parse(process.argv[2] ?? ''));
