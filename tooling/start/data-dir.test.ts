import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataDir } from './data-dir.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seaworthy-data-dir-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a missing folder is made with those above it, for this user alone; an existing one is taken', async () => {
  const wanted = join(folder, 'a', 'b');
  await prepareDataDir(wanted);
  await prepareDataDir(wanted);
  expect(statSync(wanted).mode & 0o777).toBe(0o700);
});

test('below a file, and where the system makes no folders, it fails with the variable to set', async () => {
  writeFileSync(join(folder, 'file'), '');
  for (const impossible of [join(folder, 'file', 'data'), '/dev/null/data', '/proc/no-such-folder/data']) {
    await expect(prepareDataDir(impossible)).rejects.toMatchObject({
      exitCode: 73,
      message: expect.stringContaining('Set SEAWORTHY_DATA_DIR'),
    });
  }
});
