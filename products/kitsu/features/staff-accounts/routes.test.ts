import { grantRole } from '@seaworthy/platform/identity';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KitsuApp, kitsuApp } from '../../testing/kitsu-app.ts';
import { operatorTrail } from '../../testing/person.ts';
import { kitsuRoles } from '../accounts/index.ts';

const STAFF = '/api/v1/staff/accounts';
const OPERATOR = { kind: 'operator' } as const;

let kitsu: KitsuApp;
let owner: { id: string; cookie: string | undefined };
beforeAll(async () => {
  kitsu = await kitsuApp();
  owner = await person('owner', 'super_admin');
});
afterAll(() => kitsu.close());

async function person(name: string, role?: string) {
  const email = await kitsu.register(name);
  const { rows } = await sql<{ id: string }>`select id from identity.accounts where email = ${email}`.execute(
    kitsu.db,
  );
  const id = rows[0]?.id ?? '';
  if (role)
    await grantRole({ db: kitsu.db, roles: kitsuRoles, trail: operatorTrail() }, OPERATOR, {
      accountId: id,
      role,
    });
  return { id, email, cookie: (await kitsu.signIn(email)).session };
}

const change = (method: 'PUT' | 'DELETE', path: string, cookie: string | undefined, given?: object) => {
  const body = given ?? (path.includes('/roles/') ? { reason: 'Asked for.' } : undefined);
  return kitsu.ask(`${STAFF}/${path}`, { method, cookie, ...(body && { body }) });
};

test('a role counts from the next request on, and is gone with the next as well', async () => {
  const helper = await person('helper');
  const list = () => kitsu.ask(`${STAFF}?q=helper`, { cookie: helper.cookie });
  expect((await list()).status).toBe(404);
  const granted = await change('PUT', `${helper.id}/roles/support`, owner.cookie);
  expect([granted.status, granted.body.roles]).toEqual([200, ['support']]);
  expect((await list()).body.items).toMatchObject([{ email: 'helper@example.org', roles: ['support'] }]);
  await change('DELETE', `${helper.id}/roles/support`, owner.cookie);
  expect((await list()).status).toBe(404);
});

test('twenty who give the same role at once give it once, and all are told that it is given', async () => {
  const { id } = await person('popular');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => change('PUT', `${id}/roles/editor`, owner.cookie)),
  );
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  const { rows } = await sql`select role from identity.role_grants where account_id = ${id}`.execute(
    kitsu.db,
  );
  expect(rows).toEqual([{ role: 'editor' }]);
  const told = await kitsu.ask(`/api/v1/staff/audit?target=${id}&action=role.grant`, {
    cookie: owner.cookie,
  });
  expect(told.body.items).toHaveLength(1);
});

test('nobody gives what he does not hold, what there is not, or to nobody', async () => {
  const { id } = await person('receiver');
  expect((await change('PUT', `${id}/roles/user`, owner.cookie)).status).toBe(404);
  expect((await change('PUT', `${id}/roles/emperor`, owner.cookie)).status).toBe(404);
  expect(
    (await change('PUT', '00000000-0000-4000-8000-000000000000/roles/editor', owner.cookie)).status,
  ).toBe(404);
  const admin = kitsuRoles.permissionsOf(['admin']);
  const by = {
    kind: 'account',
    accountId: id,
    sessionId: null,
    roles: ['admin'],
    permissions: admin,
  } as const;
  const giving = grantRole({ db: kitsu.db, roles: kitsuRoles, trail: operatorTrail() }, by, {
    accountId: id,
    role: 'super_admin',
  });
  await expect(giving).rejects.toMatchObject({ code: 'forbidden' });
});

test('the last one who can grant roles keeps that, also when two would let go at once', async () => {
  const second = await person('second', 'super_admin');
  const answers = await Promise.all([
    change('DELETE', `${owner.id}/roles/super_admin`, owner.cookie),
    change('DELETE', `${second.id}/roles/super_admin`, second.cookie),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  await grantRole({ db: kitsu.db, roles: kitsuRoles, trail: operatorTrail() }, OPERATOR, {
    accountId: owner.id,
    role: 'super_admin',
  });
});

test('a suspended account is out at once, cannot come in, reads why, and comes back', async () => {
  const troll = await person('troll');
  const suspend = () => change('PUT', `${troll.id}/suspension`, owner.cookie, { reason: 'Threats.' });
  expect((await suspend()).body).toMatchObject({ suspensionReason: 'Threats.' });
  expect((await kitsu.ask('/api/v1/account', { cookie: troll.cookie })).status).toBe(401);
  const denied = await kitsu.signIn('troll@example.org');
  expect([denied.status, denied.body.error.message]).toEqual([403, 'This account is suspended: Threats.']);
  expect((await kitsu.signIn('troll@example.org', { password: 'wrong wrong wrong' })).status).toBe(401);
  await change('DELETE', `${troll.id}/suspension`, owner.cookie);
  expect((await kitsu.signIn('troll@example.org')).status).toBe(200);
  expect((await change('PUT', `${owner.id}/suspension`, owner.cookie, { reason: 'Me.' })).status).toBe(409);
});

test('staff sees where an account is signed in, and signs it out', async () => {
  const guest = await person('guest');
  const sessions = await kitsu.ask(`${STAFF}/${guest.id}/sessions`, { cookie: owner.cookie });
  expect(sessions.body.items).toHaveLength(1);
  expect((await change('DELETE', `${guest.id}/sessions`, owner.cookie)).body).toEqual({ endedCount: 1 });
  expect((await kitsu.ask('/api/v1/account', { cookie: guest.cookie })).status).toBe(401);
});

const namesIn = async (query: string) => {
  const { body } = await kitsu.ask(`${STAFF}?limit=100&${query}`, { cookie: owner.cookie });
  return body.items.map(({ displayName }: { displayName: string }) => displayName);
};

test('accounts are listed by age both ways and by name, and those that are shut out or leaving can be picked out', async () => {
  const newest = await namesIn('');
  expect(await namesIn('sort=oldest')).toEqual(newest.toReversed());
  const byName = await namesIn('sort=name');
  expect(byName).toEqual(byName.toSorted((one: string, other: string) => (one < other ? -1 : 1)));
  const shutOut = await person('shutout');
  await change('PUT', `${shutOut.id}/suspension`, owner.cookie, { reason: 'Threats.' });
  expect(await namesIn('state=suspended')).toEqual(['shutout']);
  expect(await namesIn('state=leaving')).toEqual([]);
});

test.each(['newest', 'oldest', 'name'])(
  'the list of accounts by %s is walked page by page without a gap or a double',
  async (sort) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url: string = `${STAFF}?limit=3&sort=${sort}${cursor && `&cursor=${cursor}`}`;
      const { body } = await kitsu.ask(url, { cookie: owner.cookie });
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.nextCursor;
    }
    const { rows } = await sql<{ count: number }>`select count(*) as count from identity.accounts`.execute(
      kitsu.db,
    );
    expect([new Set(seen).size, seen.length]).toEqual([rows[0]?.count, rows[0]?.count]);
  },
);
