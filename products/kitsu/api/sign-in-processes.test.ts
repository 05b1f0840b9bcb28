import { grantRole, newRingKey, revokeRole } from '@seaworthy/platform/identity';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kitsuRoles } from '../features/accounts/index.ts';
import { type ApiProcess, startApiProcesses } from '../testing/api-processes.ts';
import { emptyCatalogue } from '../testing/catalogue.ts';
import { createPerson, operatorTrail, PASSWORD } from '../testing/person.ts';

const PROCESS_COUNT = 5;
const ACCOUNT = '/api/v1/account';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let processes: ApiProcess[] = [];
const keys = newRingKey('shared');
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  processes = await startApiProcesses(PROCESS_COUNT, catalogue.url, keys);
}, 120_000);
afterAll(async () => {
  await Promise.all(processes.map((one) => one.end('SIGTERM')));
  await catalogue.close();
});

const origin = (index: number) => processes[index % PROCESS_COUNT]?.origin ?? '';

async function send(index: number, method: string, path: string, body?: object, bearer?: string) {
  const response = await fetch(origin(index) + path, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
}

async function tokensOf(email: string) {
  const { body } = await send(0, 'POST', '/api/v1/session', { email, password: PASSWORD, client: 'api' });
  return body.tokens as { accessToken: string; refreshToken: string };
}

const everywhere = (path: string, bearer: string) =>
  Promise.all(
    processes.map((_, index) => send(index, 'GET', path, undefined, bearer).then((one) => one.status)),
  );
const all = (status: number) => Array.from({ length: PROCESS_COUNT }, () => status);

test('a session that ended in one process is over in all of them', async () => {
  const { email } = await createPerson(catalogue.db, 'ender');
  const { accessToken } = await tokensOf(email);
  expect(await everywhere(ACCOUNT, accessToken)).toEqual(all(200));
  await send(3, 'DELETE', '/api/v1/session', undefined, accessToken);
  expect(await everywhere(ACCOUNT, accessToken)).toEqual(all(401));
});

test('a role that was given or taken counts in all of them at once', async () => {
  const { email, id } = await createPerson(catalogue.db, 'helper');
  const { accessToken } = await tokensOf(email);
  const deps = { db: catalogue.db, roles: kitsuRoles, trail: operatorTrail() };
  const change = { accountId: id, role: 'support' };
  await grantRole(deps, { kind: 'operator' }, change);
  expect(await everywhere('/api/v1/staff/accounts', accessToken)).toEqual(all(200));
  await revokeRole(deps, { kind: 'operator' }, change);
  expect(await everywhere('/api/v1/staff/accounts', accessToken)).toEqual(all(404));
});

test('one refresh token that all of them are shown at once gives one pair, and the session lives on', async () => {
  const { email } = await createPerson(catalogue.db, 'tabs');
  let { refreshToken } = await tokensOf(email);
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all(
      processes.map((_, index) => send(index, 'POST', '/api/v1/session/refresh', { refreshToken })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(all(200));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    refreshToken = answers[0]?.body.refreshToken;
  }
});

test('a stolen refresh token ends the session in all of them', async () => {
  const { email } = await createPerson(catalogue.db, 'victim');
  const stolen = await tokensOf(email);
  const next = (await send(1, 'POST', '/api/v1/session/refresh', { refreshToken: stolen.refreshToken })).body;
  await sql`update identity.sessions set rotated_at = rotated_at - interval '11 s'`.execute(catalogue.db);
  const reuse = await send(2, 'POST', '/api/v1/session/refresh', { refreshToken: stolen.refreshToken });
  expect(reuse.status).toBe(401);
  expect(await everywhere(ACCOUNT, next.accessToken)).toEqual(all(401));
});

test('of 25 wrong passwords five reach the check, whichever processes are asked, also when all of them are new', async () => {
  const { email } = await createPerson(catalogue.db, 'guessed');
  const from = (index: number, address: string) =>
    fetch(`${origin(index)}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ email, password: 'wrong wrong wrong' }),
    }).then((response) => response.status);
  const first = [await from(0, '192.0.2.1'), await from(1, '192.0.2.1')];
  await Promise.all(processes.map((one) => one.end('SIGKILL')));
  processes = await startApiProcesses(PROCESS_COUNT, catalogue.url, keys);
  // However long the restart took, the two from before it count.
  await sql`update limits.guards set expires_at = now() + interval '60 s',
    hits = array(select clock_timestamp() from unnest(hits))`.execute(catalogue.db);
  const others = await Promise.all(Array.from({ length: 23 }, (_, index) => from(index, `192.0.2.${index}`)));
  const statuses = [...first, ...others];
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
}, 120_000);

test('keys are rotated process by process without anybody being signed out', async () => {
  const { email } = await createPerson(catalogue.db, 'stayer');
  const { accessToken, refreshToken } = await tokensOf(email);
  const [rotated] = await startApiProcesses(1, catalogue.url, newRingKey('fresh'));
  if (!rotated) throw new Error('no process');
  processes.push(rotated);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  expect((await fetch(rotated.origin + ACCOUNT, { headers })).status).toBe(200);
  const body = JSON.stringify({ refreshToken });
  const next = await fetch(`${rotated.origin}/api/v1/session/refresh`, { method: 'POST', headers, body });
  expect(next.status).toBe(200);
  const pair = (await next.json()) as { accessToken: string };
  expect((await send(0, 'GET', ACCOUNT, undefined, pair.accessToken)).status).toBe(200);
});
