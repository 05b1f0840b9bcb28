import { createWriteStream, mkdirSync, renameSync, rmSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

/** One file a process: this run's, and the one before it as `<name>.previous.log`. */
export interface ChildLog {
  readonly path: string;
  write(line: string): void;
  /** The last lines of this run, oldest first. */
  tail(): readonly string[];
  close(): Promise<void>;
}

const TAIL_LINES = 20;
/** A run that logs more continues in a fresh file; with the previous one that is at most twice as much on disk. */
const FILE_MAX_BYTES = 20 * 1024 * 1024;

/**
 * Opens the log of a process. `onProblem` is told once when it cannot be written (a full disk, say); the lines are
 * then lost, the process goes on.
 */
export function openChildLog(path: string, onProblem: (problem: Error) => void): ChildLog {
  const tail: string[] = [];
  let bytes = 0;
  let broken = false;
  const fail = (problem: Error): void => {
    if (!broken) onProblem(problem);
    broken = true;
  };
  const open = (): WriteStream => {
    mkdirSync(dirname(path), { recursive: true });
    const previous = path.replace(/\.log$/, '.previous.log');
    rmSync(previous, { force: true });
    try {
      renameSync(path, previous);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
    bytes = 0;
    return createWriteStream(path, { mode: 0o600 }).on('error', fail);
  };
  let stream = open();
  return {
    path,
    write(line) {
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
      if (broken) return;
      if (bytes > FILE_MAX_BYTES) {
        try {
          stream.end();
          stream = open();
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)));
          return;
        }
      }
      bytes += Buffer.byteLength(line) + 1;
      stream.write(`${line}\n`);
    },
    tail: () => tail,
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
