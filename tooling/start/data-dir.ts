import { access, constants, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXIT_CODE } from '@seaworthy/platform/process';
import { StartFailure } from './failure.ts';

/**
 * Makes the data directory when it is missing, for this user alone, and checks that it can be written.
 *
 * @throws StartFailure with exit code 73 and the reason.
 */
export async function prepareDataDir(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartFailure(
      `The data directory cannot be used (${why}). Set SEAWORTHY_DATA_DIR to a folder this user may write to.`,
      EXIT_CODE.cannotCreate,
      { cause },
    );
  }
}

/** Not `recursive`: below a folder that refuses with ENOENT, as /proc does, that never comes to an end. */
async function makeFolder(folder: string): Promise<void> {
  const problem = await mkdirProblem(folder);
  if (problem?.code === 'ENOENT' && dirname(folder) !== folder) {
    await makeFolder(dirname(folder));
    const again = await mkdirProblem(folder);
    if (again !== undefined && again.code !== 'EEXIST') throw again;
  } else if (problem !== undefined && problem.code !== 'EEXIST') {
    throw problem;
  }
}

function mkdirProblem(folder: string): Promise<NodeJS.ErrnoException | undefined> {
  return mkdir(folder, { mode: 0o700 }).then(
    () => undefined,
    (problem: NodeJS.ErrnoException) => problem,
  );
}
