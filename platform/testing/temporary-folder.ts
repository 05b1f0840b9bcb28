import { accessSync, constants } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder of its own, in the RAM disk where the machine has one. Whoever asks for it removes it. */
export async function temporaryFolder(purpose: string): Promise<string> {
  return mkdtemp(path.join(fastFolder(), `seaworthy-${purpose}-`));
}

function fastFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}
