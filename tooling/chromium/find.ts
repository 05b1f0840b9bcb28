import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fetchChromium } from './fetch.ts';
import type { FoundChromium } from './found-chromium.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Looks for Chromium in `CHROMIUM_PATH`, then on PATH, then takes the one from the package registry if it starts here. */
export async function findChromium(root: string, signal: AbortSignal): Promise<FoundChromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return { path: named };
    return { reason: `CHROMIUM_PATH names ${named}, which is not a program.` };
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
  return found ? { path: found } : fetchChromium(root, signal);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
