import { grantRole } from '@seaworthy/platform/identity';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KitsuApp, kitsuApp } from '../../testing/kitsu-app.ts';
import { operatorTrail } from '../../testing/person.ts';
import { kitsuRoles } from '../accounts/index.ts';

const KEYS = '/api/v1/account/api-keys';

let kitsu: KitsuApp;
let cookie: string | undefined;
beforeAll(async () => {
  kitsu = await kitsuApp();
  cookie = (await kitsu.signIn(await kitsu.register('scripter'))).session;
});
afterAll(() => kitsu.close());

const make = (scopes: string[], more: object = {}) =>
  kitsu.ask(KEYS, { method: 'POST', cookie, body: { name: 'backup', scopes, ...more } });
const account = (bearer: string) => kitsu.ask('/api/v1/account', { bearer });

test('a key does what it was made for and nothing else, least of all to its account', async () => {
  const { token, key } = (await make(['account.view'])).body;
  expect(token).toMatch(/^key_[\w-]{43}$/);
  expect(token.startsWith(key.prefix)).toBe(true);
  expect((await account(token)).body.permissions).toEqual(['account.view']);
  expect((await kitsu.ask(KEYS, { bearer: token })).status).toBe(403);
  const { token: other } = (await make(['anime.view'])).body;
  expect((await account(other)).status).toBe(403);
});

test('what a key can be given is told, and is no more than its account may do', async () => {
  const { grantableScopes } = (await kitsu.ask(KEYS, { cookie })).body;
  expect(grantableScopes).toEqual(['account.view', 'anime.view', 'episode.view']);
  expect((await make(grantableScopes)).status).toBe(201);
});

test.each([['account.manage'], ['admin.users.view'], ['anime.edit'], ['parser.run'], ['*']])(
  'no key is given %s by somebody who is a user',
  async (scope) => {
    const answer = await make(['account.view', scope]);
    expect([answer.status, answer.body.error.details[0].path]).toEqual([400, 'scopes.1']);
  },
);

test('a key loses what its account loses, at once', async () => {
  const { rows } = await sql<{ id: string }>`select id from identity.accounts`.execute(kitsu.db);
  const grant = { accountId: rows[0]?.id ?? '', role: 'editor' };
  await grantRole({ db: kitsu.db, roles: kitsuRoles, trail: operatorTrail() }, { kind: 'operator' }, grant);
  const { token } = (await make(['anime.edit', 'account.view'])).body;
  expect((await account(token)).body.permissions).toEqual(['account.view', 'anime.edit']);
  await sql`delete from identity.role_grants`.execute(kitsu.db);
  expect((await account(token)).body.permissions).toEqual(['account.view']);
});

test('a key is listed without what it opens with, tells its last use, and opens nothing once revoked or expired', async () => {
  const { token, key } = (await make(['account.view'], { lifetimeDays: 1 })).body;
  await account(token);
  const list = await kitsu.ask(KEYS, { cookie });
  expect(list.text).not.toContain(token);
  const listed = list.body.items.find((one: { id: string }) => one.id === key.id);
  expect(listed).toMatchObject({ name: 'backup', lastAddress: '127.0.0.1' });
  await sql`update identity.api_keys set expires_at = now() where id = ${key.id}`.execute(kitsu.db);
  expect((await account(token)).status).toBe(401);
  const second = (await make(['account.view'])).body;
  const revoke = () => kitsu.ask(`${KEYS}/${second.key.id}`, { method: 'DELETE', cookie });
  expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 404]);
  expect((await account(second.token)).status).toBe(401);
});
