import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { BootstrapError } from './sentence.mjs';

const wantedMajor = 24;
const repeatedSignalMs = 1000;
const parentCheckMs = 1000;
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];

/**
 * Runs a TypeScript file of the repository on Node 24 and waits for it: terminal shared, signals passed on.
 *
 * @param {string} root repository root, the working directory of the file
 * @param {string} entry path of the file below root
 * @param {string[]} args
 * @returns {Promise<number>} its exit code; 128 + n when a signal ended it
 */
export async function runOnNode24(root, entry, args) {
  const node = findNode(root);
  const child = spawn(
    node,
    ['--import', new URL('with-parent.mjs', import.meta.url).href, join(root, entry), ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        SEAWORTHY_LAUNCHER_PID: String(process.pid),
        // Start of 300 modules: 0.45 s without, 0.14 s with it.
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node-compile'),
      },
    },
  );
  forwardSignals(child);
  endWithParent(child);
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new BootstrapError(`${node} could not be started: ${error.message}. ${howToGetNode()}`, 69)),
    );
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** @param {string} root */
function findNode(root) {
  const installed = join(root, 'node_modules/.bin/node');
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath;
  throw new BootstrapError(howToGetNode(), 69);
}

function howToGetNode() {
  return (
    `The package registry has no Node ${wantedMajor} that this setup uses for ${process.platform}-${process.arch}, and this is ${process.version}: ` +
    `install Node ${wantedMajor} from nodejs.org or your distribution and run the command again.`
  );
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  const last = new Map();
  for (const signal of forwarded) {
    process.on(signal, () => {
      // npm passes on what the terminal has already sent to the whole group: one Ctrl-C must not arrive as three.
      const now = Date.now();
      if (now - (last.get(signal) ?? 0) < repeatedSignalMs) return;
      last.set(signal, now);
      child.kill(signal);
    });
  }
}

/**
 * Under npm this process is a child of npm, or of the shell npm started: when npm is killed without a chance to pass it on, end
 * the child in its place.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithParent(child) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, parentCheckMs);
  timer.unref();
}

/** Parent and, where the system tells it, grandparent; an orphan is handed to another parent. */
function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    // Field 4 of stat, the second after the closing bracket of the name.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return 'unknown';
  }
}
