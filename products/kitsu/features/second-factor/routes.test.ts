import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeCodeOf } from '../../testing/authenticator.ts';
import { type KitsuApp, kitsuApp, PASSWORD } from '../../testing/kitsu-app.ts';

let kitsu: KitsuApp;
beforeAll(async () => {
  kitsu = await kitsuApp();
});
afterAll(() => kitsu.close());

const post = (url: string, body: object, cookie?: string) => kitsu.ask(url, { method: 'POST', body, cookie });
const factor = (path: string, body: object, cookie?: string) =>
  post(`/api/v1/account/second-factor${path}`, body, cookie);
const complete = (challenge: string, code: string) =>
  post('/api/v1/session/second-factor', { challenge, code });
/** Earlier codes are used up by then. */
const forgetSteps = () => sql`update identity.second_factors set last_step = 0`.execute(kitsu.db);

async function withAuthenticator(name: string) {
  const email = await kitsu.register(name);
  const cookie = (await kitsu.signIn(email)).session;
  const { secret, uri } = (await factor('', { password: PASSWORD }, cookie)).body;
  const code = () => timeCodeOf(secret, new Date());
  const confirmed = await factor('/confirmation', { code: code() }, cookie);
  return { email, cookie, secret, uri, code, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}

test('the codes are those of RFC 6238', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(timeCodeOf(secret, new Date(59_000))).toBe('287082');
  expect(timeCodeOf(secret, new Date(1_111_111_109_000))).toBe('081804');
});

test('once an authenticator is in use, signing in takes its code, and each code once', async () => {
  const { email, uri, secret, code } = await withAuthenticator('careful');
  expect(uri).toBe(`otpauth://totp/Kitsu:careful%40example.org?secret=${secret}&issuer=Kitsu`);
  const first = await kitsu.signIn(email);
  expect([first.body.status, first.session, first.body.account]).toEqual(['second_factor', undefined, null]);
  // The code that took it into use is used.
  expect((await complete(first.body.challenge, code())).status).toBe(401);
  await forgetSteps();
  const done = await complete(first.body.challenge, code());
  expect([done.status, done.body.account.email]).toEqual([200, email]);
  expect((await complete(first.body.challenge, code())).status).toBe(401);
});

test('of two who enter one code at once, one is in', async () => {
  const { email, code } = await withAuthenticator('raced');
  await forgetSteps();
  const challenges = [await kitsu.signIn(email), await kitsu.signIn(email)].map((one) => one.body.challenge);
  const answers = await Promise.all(challenges.map((challenge) => complete(challenge, code())));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401]);
});

test('five wrong codes are the end of a sign-in, however they come', async () => {
  const { email, code } = await withAuthenticator('guessed');
  await forgetSteps();
  const { challenge } = (await kitsu.signIn(email)).body;
  await Promise.all(Array.from({ length: 10 }, () => complete(challenge, '000000')));
  expect((await complete(challenge, code())).status).toBe(401);
  const { rows } = await sql`select attempt_count from identity.challenges
    where purpose = 'second_factor' order by created_at desc limit 1`.execute(kitsu.db);
  expect(rows).toEqual([{ attempt_count: 5 }]);
});

test('a recovery code opens once; new ones void the old ones', async () => {
  const { email, cookie, code, recoveryCodes } = await withAuthenticator('lost');
  const [first = '', second = ''] = recoveryCodes;
  expect(recoveryCodes).toHaveLength(10);
  const challenge = async () => (await kitsu.signIn(email)).body.challenge;
  expect((await complete(await challenge(), first.toLowerCase())).status).toBe(200);
  expect((await complete(await challenge(), first)).status).toBe(401);
  await forgetSteps();
  const renewed = await factor('/recovery-codes', { password: PASSWORD, code: code() }, cookie);
  expect(renewed.body.recoveryCodes).toHaveLength(10);
  expect((await complete(await challenge(), second)).status).toBe(401);
});

test('it is set up and switched off only with the password, and off also with a code', async () => {
  const { email, cookie, code } = await withAuthenticator('off');
  expect((await factor('', { password: 'wrong' }, cookie)).status).toBe(400);
  expect((await factor('', { password: PASSWORD }, cookie)).status).toBe(409);
  expect((await factor('/removal', { password: PASSWORD, code: '000000' }, cookie)).status).toBe(400);
  await forgetSteps();
  expect((await factor('/removal', { password: PASSWORD, code: code() }, cookie)).status).toBe(204);
  expect((await kitsu.signIn(email)).body.status).toBe('signed_in');
});

test('the database alone gives nobody a code', async () => {
  const { secret } = await withAuthenticator('sealed');
  const { rows } = await sql<{
    all: string;
  }>`select string_agg(f::text, ' ') as all from identity.second_factors f`.execute(kitsu.db);
  expect(rows[0]?.all).not.toContain(secret);
  expect(rows[0]?.all).toMatch(/test:/);
});
