import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKeyRing } from '@seaworthy/platform/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KitsuApp, kitsuApp } from '../testing/kitsu-app.ts';
import type { CommandInput } from './command.ts';
import { initCommand } from './init-command.ts';
import { USER_COMMANDS } from './user-commands.ts';

let kitsu: KitsuApp;
let folder: string;
beforeAll(async () => {
  kitsu = await kitsuApp();
  folder = mkdtempSync(join(tmpdir(), 'kitsu-users-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await kitsu.close();
});

function run(
  command: string,
  args: string[],
  more: Partial<Omit<CommandInput, 'location'>> & { location?: object } = {},
): Promise<string> {
  const location = {
    databaseUrl: kitsu.url,
    ownerDatabaseUrl: undefined,
    dataDir: folder,
    mode: 'demo',
    ...more.location,
  };
  const known = USER_COMMANDS[command];
  if (!known) throw new Error(`There is no ${command}.`);
  return known({ args, ifEmpty: false, ...more, location });
}

test('the first account that can grant roles is made by command, with a password that is shown once', async () => {
  const said = await run('users create', ['first@example.org'], { role: 'super_admin', name: 'First' });
  expect(said).toContain('first@example.org can sign in as super_admin.');
  const password = said.split('once: ')[1];
  const { body, session } = await kitsu.signIn('first@example.org', { password });
  expect(body.account).toMatchObject({ displayName: 'First', roles: ['user', 'super_admin'] });
  expect((await kitsu.ask('/api/v1/staff/accounts', { cookie: session })).status).toBe(200);
  expect(await run('users show', ['FIRST@example.org'])).toContain('roles: user, super_admin');
});

test('a password can come from a file, and is not shown then', async () => {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'nine calm lanterns\n');
  expect(await run('users create', ['second@example.org'], { passwordFile })).toBe(
    'second@example.org can sign in.',
  );
  expect((await kitsu.signIn('second@example.org', { password: 'nine calm lanterns' })).status).toBe(200);
});

test('roles are given and taken, and what cannot be done is said', async () => {
  const email = 'second@example.org';
  expect(await run('users grant', [email, 'editor'])).toBe(`${email} has the role editor.`);
  expect(await run('users grant', [email, 'editor'])).toBe(`${email} has the role editor already.`);
  expect(await run('users revoke', [email, 'editor'])).toBe(`${email} no longer has the role editor.`);
  await expect(run('users grant', [email, 'emperor'])).rejects.toThrow('The roles are: super_admin, admin,');
  await expect(run('users grant', ['nobody@example.org', 'editor'])).rejects.toThrow('There is no account');
  await expect(run('users revoke', ['first@example.org', 'super_admin'])).rejects.toThrow('last account');
  await expect(run('users create', ['third@example.org'], { role: 'emperor' })).rejects.toThrow('no role');
  await expect(run('users show', ['third@example.org'])).rejects.toThrow('There is no account');
  await expect(run('users grant', [email])).rejects.toThrow('needs a role');
  expect(await run('users purge', [])).toBe('No account was due.');
});

test('accounts of another system are taken over once, sign in with the passwords they had, and bad rows are named', async () => {
  const file = join(folder, 'users.csv');
  // bcrypt, at a low cost, of the SHA-256 of the password in hexadecimal.
  const verifier = '$2b$04$2920MKU1fyERUpeIKuomq.3ptWsjXwODToyHzbqpzVZX.4PrEUaia';
  const lines = [
    'email,name,verifier,roles',
    `old@example.org,Old,${verifier},editor support`,
    `bad,Bad,${verifier},`,
    'plain@example.org,Plain,secret in the clear,',
    `crowned@example.org,Crowned,${verifier},emperor`,
  ];
  writeFileSync(file, lines.join('\n'));
  const form = 'bcrypt-sha256hex';
  expect((await run('users import', [file], { form })).split('\n')).toEqual([
    '1 accounts taken over, 0 known already, 3 refused.',
    '  row 2: This is not an e-mail address.',
    '  row 3: The verifier has no form that is known.',
    '  row 4: There is no role "emperor" to give.',
  ]);
  expect(await run('users import', [file], { form })).toContain('0 accounts taken over, 1 known already');
  const { body } = await kitsu.signIn('old@example.org');
  expect(body.account.roles).toEqual(['user', 'editor', 'support']);
  await expect(run('users import', [file], { form: 'md5' })).rejects.toThrow('--form is bcrypt or');
});

test('init writes strong secrets that nobody else can read, and never over a file', async () => {
  const file = join(folder, 'production.env');
  const location = { databaseUrl: undefined, ownerDatabaseUrl: undefined, dataDir: folder, mode: 'demo' };
  const input = { location, args: [file], ifEmpty: false };
  expect(await initCommand(input)).toContain('with fresh secrets');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  const keys = /^KITSU_SECRET_KEYS=(.+)$/m.exec(text)?.[1] ?? '';
  expect(parseKeyRing(keys).currentId).toMatch(/^\d{4}-\d\d-\d\d$/);
  await expect(initCommand(input)).rejects.toThrow('left as it is');
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('accounts to try things out with are made once, one a role, and never sign in in production', async () => {
  expect(await run('users demo', [])).toBe('6 demo accounts.');
  const file = join(folder, 'kitsu-demo-accounts.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const made = readFileSync(file, 'utf8');
  const [owner] = JSON.parse(made);
  expect(await run('users show', [owner.email])).toContain('roles: user, super_admin');
  // Broken off before its end, the command begins anew and promises the same passwords.
  renameSync(file, `${file}.new`);
  await run('users demo', []);
  expect(readFileSync(file, 'utf8')).toBe(made);
  // The application of the tests is put together as in production.
  expect((await kitsu.signIn(owner.email, { password: owner.password })).status).toBe(401);
  await expect(run('users demo', [], { location: { mode: 'production' } })).rejects.toThrow(
    'never in production',
  );
});
