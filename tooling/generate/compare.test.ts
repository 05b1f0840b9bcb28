import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareOutputs, takeOver } from './compare.ts';

let folder: string;
let made: string;
let committed: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seaworthy-compare-'));
  made = join(folder, 'made');
  committed = join(folder, 'committed');
  for (const tree of [made, committed]) await put(tree, 'out/same.txt', 'same\n');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('generated files', () => {
  it('that are as their generator makes them raise nothing', () => {
    expect(compareOutputs(made, committed, ['out'])).toEqual([]);
  });

  it('that are missing, left over or changed by hand are each named', async () => {
    await put(made, 'out/new.txt', 'new\n');
    await put(committed, 'out/deep/old.txt', 'old\n');
    await put(made, 'out/changed.txt', 'one\ntwo\n');
    await put(committed, 'out/changed.txt', 'one\n2\n');
    expect(compareOutputs(made, committed, ['out'])).toEqual([
      { path: 'out/changed.txt', kind: 'out of date', firstLine: { number: 2, is: '2', shouldBe: 'two' } },
      { path: 'out/new.txt', kind: 'missing' },
      { path: 'out/deep/old.txt', kind: 'left over' },
    ]);
  });

  it('are equal after they were taken over', async () => {
    await put(made, 'out/new.txt', 'new\n');
    await put(committed, 'out/old.txt', 'old\n');
    await takeOver(made, committed, ['out']);
    expect(compareOutputs(made, committed, ['out'])).toEqual([]);
    expect(await readFile(join(committed, 'out/new.txt'), 'utf8')).toBe('new\n');
  });
});

async function put(tree: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), text);
}
