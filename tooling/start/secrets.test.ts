import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKeyRing } from '@seaworthy/platform/identity';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Product } from './manifest.ts';
import { ensureSecrets } from './secrets.ts';

const product = { name: 'harbour', secrets: [{ variable: 'HARBOUR_KEYS', kind: 'key ring' }] } as Product;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seaworthy-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes a key ring once, for this user alone, and finds it again', async () => {
  const [first, second] = await Promise.all([
    ensureSecrets(folder, product, {}),
    ensureSecrets(folder, product, {}),
  ]);
  expect(second).toEqual(first);
  expect(await ensureSecrets(folder, product, {})).toEqual(first);
  expect(parseKeyRing(first.HARBOUR_KEYS ?? '').currentId).toBe('dev-1');
  expect(statSync(join(folder, 'harbour-secrets.json')).mode & 0o777).toBe(0o600);
});

it('makes nothing where the person set the variable or named a file for it', async () => {
  expect(await ensureSecrets(folder, product, { HARBOUR_KEYS: 'a:b' })).toEqual({});
  expect(await ensureSecrets(folder, product, { HARBOUR_KEYS_FILE: 'there' })).toEqual({});
});

it('says which file is broken instead of making new secrets over it', async () => {
  writeFileSync(join(folder, 'harbour-secrets.json'), '{');
  await expect(ensureSecrets(folder, product, {})).rejects.toThrow(/harbour-secrets.json .* cannot be read/);
});
