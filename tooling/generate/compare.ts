import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that is not what its generator makes of the present input. */
export interface Difference {
  readonly path: string;
  readonly kind: 'missing' | 'left over' | 'out of date';
  /** For a file that is out of date: the first line that differs, 1-based, as it is and as it should be. */
  readonly firstLine?: { readonly number: number; readonly is: string; readonly shouldBe: string };
}

/** Compares what is below `outputs` in two trees; `made` holds what should be there. */
export function compareOutputs(made: string, committed: string, outputs: readonly string[]): Difference[] {
  return outputs.flatMap((output) => {
    const wanted = filesBelow(made, output);
    const present = new Set(filesBelow(committed, output));
    const extra = [...present].filter((path) => !wanted.includes(path));
    return [
      ...wanted.flatMap((path): Difference[] =>
        present.has(path) ? compareFile(path, made, committed) : [{ path, kind: 'missing' }],
      ),
      ...extra.map((path): Difference => ({ path, kind: 'left over' })),
    ];
  });
}

/** Replaces the outputs in the repository by the ones just made. */
export async function takeOver(made: string, root: string, outputs: readonly string[]): Promise<void> {
  for (const output of outputs) {
    await rm(join(root, output), { recursive: true, force: true });
    await mkdir(dirname(join(root, output)), { recursive: true });
    await cp(join(made, output), join(root, output), { recursive: true });
  }
}

function compareFile(path: string, made: string, committed: string): Difference[] {
  const shouldBe = readFileSync(join(made, path), 'utf8');
  const is = readFileSync(join(committed, path), 'utf8');
  if (is === shouldBe) return [];
  const present = is.split('\n');
  const wanted = shouldBe.split('\n');
  const at = wanted.findIndex((line, index) => line !== present[index]);
  const index = at === -1 ? wanted.length : at;
  const firstLine = {
    number: index + 1,
    is: present[index] ?? '(nothing)',
    shouldBe: wanted[index] ?? '(nothing)',
  };
  return [{ path, kind: 'out of date', firstLine }];
}

function filesBelow(root: string, path: string): string[] {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
