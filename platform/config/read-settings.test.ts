import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type AnySetting,
  type Environment,
  modeSetting,
  readSettings,
  SettingsError,
  setting,
} from './index.ts';

const port = setting({
  variable: 'SHOP_PORT',
  schema: z.coerce.number('must be a number').int('must be whole').min(1).max(65_535),
  description: 'Where the shop listens.',
  example: '3000',
  default: '3000',
});
const nickname = setting({
  variable: 'SHOP_NICKNAME',
  schema: z.string().optional(),
  description: 'A name for logs.',
  example: 'corner',
});
const key = setting({
  variable: 'SHOP_KEY',
  schema: z.string().min(16),
  description: 'Signs cookies.',
  example: 'thirty-two random characters',
  developmentDefault: 'only-for-development',
  secret: true,
  production: 'required',
});

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-settings-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function refusal(settings: Readonly<Record<string, AnySetting>>, env: Environment): SettingsError {
  try {
    readSettings(settings, { env });
  } catch (error) {
    if (error instanceof SettingsError) return error;
  }
  return expect.fail('it was expected to be refused');
}

function secretFile(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('values are parsed, defaults fill in, the rest may be absent, and nobody can change the result', () => {
  const settings = readSettings({ port, nickname }, { env: { SHOP_PORT: '8080', SHOP_NICKNAME: '' } });
  expect(settings).toEqual({ port: 8080, nickname: undefined });
  expect(readSettings({ port }, { env: {} }).port + 1).toBe(3001);
  expect(Object.isFrozen(settings)).toBe(true);
});

test('every problem is told at once, each with its variable and an example, in a message of one line each', () => {
  const needed = setting({ variable: 'SHOP_NAME', schema: z.string(), description: '', example: 'Corner' });
  const error = refusal({ port, needed }, { SHOP_PORT: 'many' });
  expect(error.problems).toEqual([
    { variable: 'SHOP_PORT', problem: 'must be a number', example: '3000' },
    { variable: 'SHOP_NAME', problem: 'is not set', example: 'Corner' },
  ]);
  expect(error.message.split('\n')).toEqual([
    '2 settings cannot be used:',
    '  SHOP_PORT: must be a number (example: SHOP_PORT=3000)',
    '  SHOP_NAME: is not set (example: SHOP_NAME=Corner)',
  ]);
});

test('outside production a development default serves; in production it must be set, and not to that', () => {
  expect(readSettings({ key }, { env: { SEAWORTHY_MODE: 'demo' } }).key).toBe('only-for-development');
  expect(refusal({ key }, { SEAWORTHY_MODE: 'production' }).message).toMatch(
    /SHOP_KEY: is not set, and production/,
  );
  const copied = { SEAWORTHY_MODE: 'production', SHOP_KEY: 'only-for-development' };
  expect(refusal({ key }, copied).message).toMatch(
    /SHOP_KEY: is the development default, which production refuses/,
  );
});

test('who says nothing about the mode, or something unreadable, gets the strict one', () => {
  expect(readSettings({ mode: modeSetting }, { env: {} }).mode).toBe('production');
  expect(refusal({ key }, {}).problems).toHaveLength(1);
  expect(refusal({ key, mode: modeSetting }, { SEAWORTHY_MODE: 'prodution' }).problems).toHaveLength(2);
});

test('a secret may come from a file, without the line end that editors add', () => {
  const env = { SHOP_KEY_FILE: secretFile('key', 'sixteen letters!\n') };
  expect(readSettings({ key }, { env }).key).toBe('sixteen letters!');
});

test('a development default from a file is refused in production as well', () => {
  const env = { SHOP_KEY_FILE: secretFile('development', 'only-for-development\n') };
  expect(refusal({ key }, env).message).toMatch(/is the development default/);
});

test('a secret given twice, an empty file and a missing file are told', () => {
  const file = secretFile('empty', '\n');
  expect(refusal({ key }, { SHOP_KEY_FILE: file }).message).toMatch(/SHOP_KEY: is empty/);
  expect(refusal({ key }, { SHOP_KEY_FILE: file, SHOP_KEY: 'x' }).message).toMatch(
    /is set, and so is SHOP_KEY_FILE/,
  );
  expect(refusal({ key }, { SHOP_KEY_FILE: path.join(folder, 'none') }).message).toMatch(
    /cannot be read.*ENOENT/,
  );
});

test('only secrets are read from files', () => {
  expect(readSettings({ port }, { env: { SHOP_PORT_FILE: secretFile('port', '1234') } }).port).toBe(3000);
});

test('the value of a secret is in no message, whatever its schema says', () => {
  const quoting = setting({
    variable: 'SHOP_KEY',
    schema: z.string().refine(() => false, { error: (issue) => `not good: ${issue.input}` }),
    description: '',
    example: 'x',
    secret: true,
  });
  const error = refusal({ quoting }, { SHOP_KEY: 'hunter2-hunter2' });
  expect(JSON.stringify([error.message, error.problems, error.stack])).not.toContain('hunter2');
});

test('a process with unusable settings prints them and ends with 78', () => {
  const program = `
    import { exitOnSettingsError, readSettings, setting } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
    import { z } from 'zod';
    const name = setting({ variable: 'SHOP_NAME', schema: z.string(), description: '', example: 'Corner' });
    const { name: read } = exitOnSettingsError(() => readSettings({ name }));
    process.stdout.write(read);`;
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env,
      encoding: 'utf8',
      cwd: path.join(import.meta.dirname, '..'),
    });
  const refused = run({});
  expect([refused.status, refused.stdout]).toEqual([78, '']);
  expect(refused.stderr).toBe(
    'A setting cannot be used:\n  SHOP_NAME: is not set (example: SHOP_NAME=Corner)\n',
  );
  expect(run({ SHOP_NAME: 'Corner' }).stdout).toBe('Corner');
});
