import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a build leaves behind or never reads. */
const LEFT_OUT = /^(node_modules|\.next|\.cache|.*\.test\.tsx?|.*\.tsbuildinfo|next-env\.d\.ts)$/;

/**
 * One hash over the names and contents of files and folders below `root`, the same on every machine. An input that
 * does not exist counts as such.
 */
export async function hashInputs(root: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const input of [...inputs].sort()) await addPath(hash, root, input);
  return hash.digest('hex');
}

async function addPath(hash: Hash, root: string, path: string): Promise<void> {
  const found = await stat(join(root, path)).catch(() => undefined);
  if (found?.isDirectory()) {
    const names = (await readdir(join(root, path))).filter((name) => !LEFT_OUT.test(name)).sort();
    for (const name of names) await addPath(hash, root, `${path}/${name}`);
  } else if (found?.isFile()) {
    hash.update(`file ${path} ${found.size}\n`);
    hash.update(await readFile(join(root, path)));
  } else {
    hash.update(`none ${path}\n`);
  }
}
