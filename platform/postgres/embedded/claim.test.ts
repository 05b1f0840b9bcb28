import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/index.ts';
import { claimDataDir } from './claim.ts';
import { DataDirError } from './data-dir-error.ts';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder('claim');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('of many that claim at once at most one gets the folder', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => claimDataDir(folder)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(outcomes.length - refused.length).toBeLessThanOrEqual(1);
  for (const outcome of refused) expect(outcome.reason).toBeInstanceOf(DataDirError);
});

test('a released folder can be claimed again, and a refused claim leaves nothing in the way', async () => {
  const release = await claimDataDir(folder);
  await expect(claimDataDir(folder)).rejects.toThrow(/is in use by process/);
  await release();
  const again = await claimDataDir(folder);
  await again();
});

test('the claim of a process that is gone is taken over, also when its id lives on in another process', async () => {
  const release = await claimDataDir(folder);
  await release();
  const stale = [`999999999-123-${'0'.repeat(16)}`, `${process.pid}-1-${'1'.repeat(16)}`, 'unknown'];
  for (const name of stale) await writeFile(path.join(folder, 'in-use', name), '');
  await claimDataDir(folder);
  expect(await readdir(path.join(folder, 'in-use'))).toHaveLength(1);
});
