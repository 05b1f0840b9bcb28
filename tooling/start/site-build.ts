import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../bootstrap/lock.mjs';
import { hashInputs } from './build-inputs.ts';
import { runCommand } from './command.ts';
import { type StartContext, throwIfGivenUp } from './context.ts';
import type { Product } from './manifest.ts';

/** Written last, so that an output without it was not finished. */
const STAMP = 'seaworthy-build.txt';

/**
 * Builds the site of a product when its inputs changed since the last build. Several starters may do this at once:
 * one builds, the others wait and find it built.
 */
export async function buildSite(context: StartContext, product: Product): Promise<void> {
  const { build } = product;
  if (build === undefined) return;
  const step = context.display.step(`${product.title} pages`);
  const output = join(context.root, build.output);
  const stamp = join(output, STAMP);
  try {
    step.doing('comparing with the last build');
    const wanted = `${await hashInputs(context.root, build.inputs)} ${JSON.stringify(build.command)}`;
    if ((await textOf(stamp)) === wanted) return step.done('built before, nothing changed');
    const lock = join(context.root, '.cache', `build-${product.name}.lock`);
    await withLock(
      lock,
      () => step.doing('waiting for another start that builds it'),
      async () => {
        throwIfGivenUp(context);
        if ((await textOf(stamp)) === wanted) return;
        step.doing('building');
        await rm(stamp, { force: true });
        await runCommand(context, {
          name: `${product.name}-build`,
          command: build.command,
          folder: build.folder,
          env: {},
          failure: `The pages of ${product.title} could not be built`,
        });
        await writeStamp(output, stamp, wanted);
      },
    );
    step.done('built');
  } catch (error) {
    step.failed(error);
    throw error;
  }
}

async function writeStamp(folder: string, stamp: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${stamp}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, stamp);
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
