import { mkdir, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/index.ts';
import { makeSymlinks } from './binaries.ts';

let root: string;

beforeEach(async () => {
  root = await temporaryFolder('binaries');
  await mkdir(path.join(root, 'native', 'lib'), { recursive: true });
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

const LINKS = [{ source: 'native/lib/libx.so.5.1', target: 'native/lib/libx.so.5' }];

test('links that npm did not make are made, relative to their folder, by several processes at once', async () => {
  await Promise.all([makeSymlinks(root, LINKS), makeSymlinks(root, LINKS), makeSymlinks(root, LINKS)]);
  expect(await readlink(path.join(root, 'native', 'lib', 'libx.so.5'))).toBe('libx.so.5.1');
});

test('what stands there already is left alone', async () => {
  await writeFile(path.join(root, 'native', 'lib', 'libx.so.5'), 'the library itself');
  await makeSymlinks(root, LINKS);
  await expect(readlink(path.join(root, 'native', 'lib', 'libx.so.5'))).rejects.toThrow(/EINVAL/);
});

test('links that cannot be made are told in a sentence', async () => {
  const nowhere = [{ source: 'gone/a', target: 'gone/b' }];
  await expect(makeSymlinks(root, nowhere)).rejects.toThrow(/The embedded PostgreSQL cannot be completed/);
});
