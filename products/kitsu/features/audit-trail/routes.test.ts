import { openTrail } from '@seaworthy/platform/audit-trail';
import { grantRole } from '@seaworthy/platform/identity';
import { inTransaction } from '@seaworthy/platform/postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unconnectedRoutes } from '../../api/unconnected-routes.ts';
import { type KitsuApp, kitsuApp } from '../../testing/kitsu-app.ts';
import { createPerson, operatorTrail, PASSWORD } from '../../testing/person.ts';
import { kitsuRoles } from '../accounts/index.ts';
import { KITSU_ACTIONS } from './actions.ts';
import type { AuditEntryView } from './contract.ts';

const AUDIT = '/api/v1/staff/audit';

let kitsu: KitsuApp;
let owner: { id: string; email: string; cookie: string | undefined };
beforeAll(async () => {
  kitsu = await kitsuApp();
  owner = await person('keeper', 'super_admin');
});
afterAll(() => kitsu.close());

async function person(name: string, role?: string) {
  const { id, email } = await createPerson(kitsu.db, name);
  const deps = { db: kitsu.db, roles: kitsuRoles, trail: operatorTrail() };
  if (role) await grantRole(deps, { kind: 'operator' }, { accountId: id, role });
  return { id, email, cookie: (await kitsu.signIn(email)).session };
}

async function entries(query: string): Promise<AuditEntryView[]> {
  const { body, status } = await kitsu.ask(`${AUDIT}?${query}`, { cookie: owner.cookie });
  expect(status).toBe(200);
  return body.items;
}

/** One good call of every operation that changes what not everybody may, and the fields it is told to have changed. */
const MUTATIONS = [
  {
    operation: 'grantRole',
    method: 'PUT',
    path: 'roles/editor',
    body: { reason: 'Asked for.' },
    action: 'role.grant',
    fields: ['roles'],
  },
  {
    operation: 'revokeRole',
    method: 'DELETE',
    path: 'roles/editor',
    body: { reason: 'Not needed.' },
    action: 'role.revoke',
    fields: ['roles'],
  },
  {
    operation: 'endSessionsOfAccount',
    method: 'DELETE',
    path: 'sessions',
    action: 'session.end_many',
    fields: ['sessionCount'],
  },
  {
    operation: 'suspendAccount',
    method: 'PUT',
    path: 'suspension',
    body: { reason: 'Threats.' },
    action: 'account.suspend',
    fields: ['suspended', 'suspensionReason'],
  },
  {
    operation: 'restoreAccount',
    method: 'DELETE',
    path: 'suspension',
    action: 'account.restore',
    fields: ['suspended', 'suspensionReason'],
  },
] as const;

test('each change by staff leaves one entry of who, what and where from, and a change that changes nothing leaves none', async () => {
  const everybody = kitsuRoles.permissionsOf([]);
  const privileged = unconnectedRoutes().filter(
    ({ method, access }) => method !== 'GET' && access !== 'public' && !everybody.has(access.permission),
  );
  expect(MUTATIONS.map(({ operation }) => operation).sort()).toEqual(
    privileged.map((one) => one.operationId).sort(),
  );
  const { id } = await person('subject');
  for (const { method, path, action, fields, ...more } of MUTATIONS) {
    for (const _ of ['the first time', 'and again']) {
      const headers = { 'user-agent': 'Browser/7' };
      const url = `/api/v1/staff/accounts/${id}/${path}`;
      const answer = await kitsu.ask(url, { method, headers, cookie: owner.cookie, ...more });
      expect([action, answer.status]).toEqual([action, 200]);
    }
    const found = await entries(`target=${id}&action=${action}&actor=${owner.id}`);
    expect(found).toMatchObject([
      {
        actor: { kind: 'account', id: owner.id, name: 'keeper' },
        target: { kind: 'account', id, name: 'subject' },
        outcome: 'done',
        address: '127.0.0.1',
        userAgent: 'Browser/7',
        requestId: expect.any(String),
      },
    ]);
    expect(found[0]?.changes.map((change) => change.field)).toEqual(fields);
  }
  expect((await entries(`target=${id}&action=account.suspend`))[0]?.reason).toBe('Threats.');
  expect((await entries(`target=${id}&action=role.`)).map(({ reason }) => reason)).toEqual([
    'Not needed.',
    'Asked for.',
  ]);
});

test('a change whose entry cannot be written is not made', async () => {
  const { id } = await person('guarded');
  await kitsu.asOwner(
    "alter table audit.entries add constraint broken check (action <> 'role.grant') not valid",
  );
  const url = `/api/v1/staff/accounts/${id}/roles/editor`;
  expect(
    (await kitsu.ask(url, { method: 'PUT', cookie: owner.cookie, body: { reason: 'Asked for.' } })).status,
  ).toBe(500);
  await kitsu.asOwner('alter table audit.entries drop constraint broken');
  const { rows } = await sql`select role from identity.role_grants where account_id = ${id}`.execute(
    kitsu.db,
  );
  expect(rows).toEqual([]);
});

test('log-ins that fail and denials of people we know are told, and nobody fills the trail from outside', async () => {
  const { id, cookie, email } = await person('curious');
  await kitsu.signIn(email, { password: 'wrong wrong wrong' });
  await kitsu.signIn('nobody@example.org', { password: 'wrong wrong wrong' });
  await kitsu.ask('/api/v1/staff/accounts', { cookie });
  await kitsu.ask('/api/v1/staff/accounts');
  const refused = await entries('outcome=refused&limit=3');
  expect(refused.map(({ action, actor, target, reason }) => [action, actor.id, target.id, reason])).toEqual([
    ['access.deny', id, 'GET /api/v1/staff/accounts', 'lacks admin.users.view'],
    ['session.refuse', null, null, 'wrong password'],
    ['session.refuse', null, id, 'wrong password'],
  ]);
  expect((await entries(`target=${id}&action=session.`)).map((entry) => entry.action)).toEqual([
    'session.refuse',
    'session.begin',
  ]);
});

test('an account is found by its address as by its id; an address without one finds nothing', async () => {
  const { id, email } = await person('sought');
  const byId = await entries(`target=${id}&limit=200`);
  expect(byId.length).toBeGreaterThan(0);
  expect(await entries(`target=${encodeURIComponent(email.toUpperCase())}&limit=200`)).toEqual(byId);
  expect(await entries('actor=nobody-of-that-name%40example.org')).toEqual([]);
});

test('the trail is filtered by time and kind, is walked without a gap, and names its actions', async () => {
  const all = await entries('limit=200');
  const middle = all[Math.floor(all.length / 2)];
  if (!middle) throw new Error('the trail is empty');
  const later = await entries(`from=${middle.at}&limit=200`);
  const earlier = await entries(`until=${middle.at}&limit=200`);
  expect(later.length + earlier.length).toBe(all.length);
  expect((await entries('actorKind=operator')).every((entry) => entry.actor.kind === 'operator')).toBe(true);
  const walked: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const url: string = `${AUDIT}?limit=7${cursor && `&cursor=${cursor}`}`;
    const { body } = await kitsu.ask(url, { cookie: owner.cookie });
    walked.push(...body.items.map((entry: AuditEntryView) => entry.id));
    cursor = body.nextCursor;
  }
  expect(walked).toEqual(all.map((entry) => entry.id));
  const { body } = await kitsu.ask(`${AUDIT}/actions`, { cookie: owner.cookie });
  const names = new Set(body.items.map((action: { name: string }) => action.name));
  expect(all.filter((entry) => !names.has(entry.action))).toEqual([]);
});

test('an export has all that fits, line by line, harmless to a spreadsheet, and stands in the trail itself', async () => {
  const trail = openTrail({ actor: { kind: 'system', name: 'parser' } });
  const bad = { action: KITSU_ACTIONS.importFile, target: '=cmd()', reason: 'a "quoted", line\nand more' };
  await inTransaction(kitsu.db, (tx) => trail.record(tx, ...Array.from({ length: 1_200 }, () => bad)));
  const csv = await kitsu.server.app.inject({
    url: `${AUDIT}/export.csv?actor=parser`,
    headers: { cookie: `__Host-session=${owner.cookie}` },
  });
  expect(csv.headers).toMatchObject({
    'content-disposition': 'attachment; filename="audit-trail.csv"',
    'cache-control': 'no-store',
  });
  const lines = csv.body.split('\r\n');
  expect([lines.length, lines[0]]).toEqual([1_202, expect.stringMatching(/^id,at,actor_kind,/)]);
  expect(lines[1]).toContain(`import_run,'=cmd(),{},"a ""quoted"", line\nand more"`);
  const ndjson = await kitsu.server.app.inject({
    url: `${AUDIT}/export.ndjson?actor=parser`,
    headers: { cookie: `__Host-session=${owner.cookie}` },
  });
  const rows = ndjson.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([rows.length, rows[0].target]).toEqual([1_200, '=cmd()']);
  expect(
    (await entries('action=audit.export')).map(
      (entry) => entry.changes.find((one) => one.field === 'form')?.after,
    ),
  ).toEqual(['ndjson', 'csv']);
});

test('no secret that passes through the server comes into the trail', async () => {
  const canary = 'canary-in-the-trail-77';
  const { email, cookie } = await person('leaky');
  const headers = { 'x-secret': canary, authorization: `Bearer ${canary}` };
  await kitsu.ask(`/api/v1/staff/accounts?q=${canary}`, { headers });
  await kitsu.signIn(email, { password: canary }, { headers: { 'x-secret': canary }, device: canary });
  const change = { currentPassword: PASSWORD, newPassword: `${canary} long enough` };
  expect((await kitsu.ask('/api/v1/account/password', { method: 'PUT', cookie, body: change })).status).toBe(
    204,
  );
  const key = await kitsu.ask('/api/v1/account/api-keys', {
    method: 'POST',
    cookie,
    body: { name: 'script', scopes: ['anime.view'] },
  });
  expect(key.status).toBe(201);
  const { rows } = await sql<{ text: string }>`select e::text as text from audit.entries e`.execute(kitsu.db);
  const text = rows.map((row) => row.text).join('\n');
  for (const secret of [canary, key.body.token, cookie]) expect(text).not.toContain(secret);
  expect(text).toContain('api_key.create');
});
