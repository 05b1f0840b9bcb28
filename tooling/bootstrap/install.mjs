import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, join, sep } from 'node:path';
import process from 'node:process';
import { expectedPackages, isInstalled, isStamped, stampInstalled, unstamp } from './fit.mjs';
import { withLock } from './lock.mjs';
import { BootstrapError, explainNpmFailure } from './sentence.mjs';

const keptOutputChars = 1_000_000;
const progressEveryMs = 250;
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Makes node_modules fit package-lock.json; does nothing when it fits. Any number of processes may call this at once:
 * one installs, the others wait for it. Throws a BootstrapError when npm fails.
 *
 * @param {string} root repository root
 */
export async function ensureInstalled(root) {
  if (isStamped(root)) return;
  const onWait = () => process.stderr.write('Another process is installing packages here; waiting for it.\n');
  await withLock(join(root, '.cache/install.lock'), onWait, async (handTo) => {
    if (isStamped(root)) return;
    unstamp(root);
    if (!isInstalled(root)) {
      const progress = showProgress(root);
      // Scripts of packages never run on their own, whatever this npm's default is; the ones package.json allows run below.
      const ci = npm(root, ['ci', '--ignore-scripts', '--loglevel=http'], progress.count, handTo);
      await ci.finally(progress.end);
    }
    const allowed = allowedScripts(root);
    if (allowed.length > 0) await npm(root, ['rebuild', ...allowed], () => {}, handTo);
    stampInstalled(root);
  });
}

/** @param {string} root */
function allowedScripts(root) {
  const { allowScripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys(allowScripts).filter(
    (name) => allowScripts[name] && existsSync(join(root, 'node_modules', name)),
  );
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {(chunk: string) => void} onOutput
 * @param {(pid: number) => void} handTo told npm's pid: if this process is killed, npm still works on node_modules
 */
function npm(root, args, onOutput, handTo) {
  const [command, leading] = npmCommand(root);
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, [...leading, ...args], {
      cwd: root,
      env: npmEnv(root),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid) handTo(child.pid);
    const stop = () => child.kill('SIGTERM');
    for (const signal of endings) process.once(signal, stop);
    const keep = (chunk) => {
      output = (output + chunk).slice(-keptOutputChars);
      onOutput(String(chunk));
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      reject(
        new BootstrapError(
          `npm could not be started (${error.message}). Install npm, it comes with Node.`,
          69,
        ),
      );
    });
    child.on('close', (code, signal) => {
      for (const ending of endings) process.removeListener(ending, stop);
      if (code === 0) return resolve();
      const shown = output.replaceAll(/^npm (http|warn EBADENGINE|warn Unknown).*\n/gm, '').trimEnd();
      const reason = signal ? `It was ended by ${signal}.` : explainNpmFailure(output);
      reject(
        new BootstrapError(
          `${shown}\n\nThe packages could not be installed (npm ${args[0]} failed). ${reason}`,
          69,
        ),
      );
    });
  });
}

/**
 * The npm that runs this script when there is one, on the host's Node: the one in node_modules is about to be replaced.
 *
 * @param {string} root
 */
function npmCommand(root) {
  const running = process.env.npm_execpath;
  if (!running || basename(running) !== 'npm-cli.js') return ['npm', []];
  return [process.execPath.startsWith(join(root, 'node_modules')) ? 'node' : process.execPath, [running]];
}

/** @param {string} root */
function npmEnv(root) {
  const own = join(root, 'node_modules') + sep;
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    // What the outer npm run exported about itself must not steer this one; settings such as npm_config_registry stay.
    if (!/^npm_(lifecycle|package|command|node_execpath|config_local_prefix|config_global_prefix)/.test(name))
      env[name] = value;
  }
  env.PATH = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !`${folder}${sep}`.startsWith(own))
    .join(delimiter);
  return env;
}

/** @param {string} root */
function showProgress(root) {
  const total = expectedPackages(root);
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const terminal = process.stderr.isTTY;
  let fetched = 0;
  const draw = () =>
    process.stderr.write(`\rInstalling packages: ${Math.min(fetched, total)} of ${total}, ${seconds()} s `);
  if (!terminal) process.stderr.write(`Installing ${total} packages …\n`);
  const timer = terminal ? setInterval(draw, progressEveryMs) : undefined;
  return {
    /** @param {string} chunk output of npm: one line for each package it has fetched */
    count(chunk) {
      fetched += (chunk.match(/\.tgz /g) ?? []).length;
    },
    end() {
      clearInterval(timer);
      process.stderr.write(
        `${terminal ? '\r\u001b[K' : ''}Packages: ${fetched} fetched in ${seconds()} s.\n`,
      );
    },
  };
}
