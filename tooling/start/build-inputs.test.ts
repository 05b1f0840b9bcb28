import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashInputs } from './build-inputs.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seaworthy-inputs-'));
  mkdirSync(join(root, 'web/app'), { recursive: true });
  writeFileSync(join(root, 'web/app/page.tsx'), 'page');
  writeFileSync(join(root, 'package-lock.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

const hash = () => hashInputs(root, ['web', 'package-lock.json']);

test('the same content gives the same hash, whatever the order of the inputs', async () => {
  expect(await hashInputs(root, ['package-lock.json', 'web'])).toBe(await hash());
});

test.each([
  ['a changed file', () => writeFileSync(join(root, 'web/app/page.tsx'), 'other')],
  ['a new file', () => writeFileSync(join(root, 'web/app/new.tsx'), '')],
  ['a removed file', () => rmSync(join(root, 'web/app/page.tsx'))],
  ['a changed lockfile', () => writeFileSync(join(root, 'package-lock.json'), '{ }')],
])('%s changes the hash', async (_what, change) => {
  const before = await hash();
  change();
  expect(await hash()).not.toBe(before);
});

test.each(['.next', 'node_modules'])('what lies in %s does not matter', async (folder) => {
  const before = await hash();
  mkdirSync(join(root, 'web', folder));
  writeFileSync(join(root, 'web', folder, 'file'), 'x');
  expect(await hash()).toBe(before);
});
