import type { Route } from '@seaworthy/platform/http';
import { grantRole } from '@seaworthy/platform/identity';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kitsuRoles } from '../features/accounts/index.ts';
import { type KitsuApp, kitsuApp } from '../testing/kitsu-app.ts';
import { operatorTrail } from '../testing/person.ts';
import { unconnectedRoutes } from './unconnected-routes.ts';

// Signing out comes last: it ends the sessions that the others are asked with.
const isSignOut = (route: Route) => Number(route.operationId === 'signOut');
const routes = unconnectedRoutes().sort((one, other) => isSignOut(one) - isSignOut(other));
const NOBODY_ID = '00000000-0000-4000-8000-000000000000';

let kitsu: KitsuApp;
const cookies = new Map<string, string | undefined>();
beforeAll(async () => {
  kitsu = await kitsuApp();
  for (const role of kitsuRoles.roles) {
    const email = await kitsu.register(role);
    const { rows } = await sql<{
      id: string;
    }>`select id from identity.accounts where email = ${email}`.execute(kitsu.db);
    const grant = { accountId: rows[0]?.id ?? '', role };
    if (role !== kitsuRoles.everybody) {
      await grantRole(
        { db: kitsu.db, roles: kitsuRoles, trail: operatorTrail() },
        { kind: 'operator' },
        grant,
      );
    }
    cookies.set(role, (await kitsu.signIn(email)).session);
  }
}, 60_000);
afterAll(() => kitsu.close());

/** Bodies are left out: what is let through is refused for that, before it does anything. */
async function asked(route: (typeof routes)[number], cookie: string | undefined) {
  const url = route.path
    .replace(':idOrSlug', 'nothing')
    .replace(':id', NOBODY_ID)
    .replace(/:\w+/g, 'nothing');
  const before = kitsu.lines.length;
  const { status } = await kitsu.ask(url, { method: route.method, cookie });
  const isDenied = kitsu.lines.slice(before).some((line) => line.includes('"access denied"'));
  return { status, isDenied };
}

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_name, route) => {
    test('is open to whom the matrix says, and to nobody else', async () => {
      const { access } = route;
      for (const role of [undefined, ...kitsuRoles.roles]) {
        const permitted =
          access === 'public' ||
          (role !== undefined && kitsuRoles.permissionsOf([role]).has(access.permission));
        const { status, isDenied } = await asked(route, role && cookies.get(role));
        expect([role, isDenied]).toEqual([role, !permitted]);
        if (permitted) expect([401, 403]).not.toContain(status);
        else expect(status).toBe(access.hidden ? 404 : role === undefined ? 401 : 403);
      }
    });
  },
);

test('no staff permission is needed where everybody may go, and what is for staff is hidden', () => {
  for (const { access, path } of routes) {
    if (access === 'public') continue;
    expect([path, access.hidden === true]).toEqual([path, kitsuRoles.staff.has(access.permission)]);
  }
});
