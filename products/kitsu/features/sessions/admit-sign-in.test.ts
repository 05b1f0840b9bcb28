import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type KitsuApp, kitsuApp } from '../../testing/kitsu-app.ts';
import { createPerson } from '../../testing/person.ts';

const WRONG = { password: 'wrong wrong wrong' };
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

let kitsu: KitsuApp;
beforeAll(async () => {
  kitsu = await kitsuApp({
    signInLimit: { count: 5, perS: 60 },
    mailLimit: { count: 2, perS: 3_600 },
    proofLimit: { count: 2, perS: 60 },
  });
});
beforeEach(() => kitsu.asOwner('truncate limits.guards'));
afterAll(() => kitsu.close());

test('of failures from many networks five reach one account, at once or one by one; the owner on his device is let in', async () => {
  const { email } = await createPerson(kitsu.db, 'attacked');
  const { device } = await kitsu.signIn(email, {}, from('192.0.2.200'));
  const tries = Array.from({ length: 25 }, (_, index) =>
    kitsu.signIn(email, WRONG, from(`198.51.100.${index}`)),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused).toHaveLength(20);
  expect(refused[0]?.headers).toMatchObject({
    'ratelimit-policy': '"sign-in-account";q=5;w=60',
    'retry-after': expect.stringMatching(/^(5\d|60)$/),
  });
  expect(refused[0]?.body.error.message).toMatch(
    /^Too many attempts to sign in\. Try again in \d+ seconds\.$/,
  );
  expect((await kitsu.signIn(email, {}, from('192.0.2.201'))).status).toBe(429);
  expect((await kitsu.signIn(email, {}, { ...from('192.0.2.201'), device })).status).toBe(200);
  // On the device itself nobody guesses on either.
  const onDevice = { ...from('192.0.2.202'), device };
  const guesses = [];
  for (let count = 0; count < 6; count += 1)
    guesses.push((await kitsu.signIn(email, WRONG, onDevice)).status);
  expect(guesses).toEqual([401, 401, 401, 401, 401, 429]);
});

test('of failures from one network five reach any account, known or not', async () => {
  const { email } = await createPerson(kitsu.db, 'neighbour');
  const here = from('2001:db8:1::1');
  for (let count = 0; count < 5; count += 1) await kitsu.signIn(`nobody-${count}@example.org`, WRONG, here);
  expect((await kitsu.signIn(email, {}, from('2001:db8:1::2'))).status).toBe(429);
  expect((await kitsu.signIn(email, {}, from('2001:db8:2::1'))).status).toBe(200);
});

test('whoever signs in is not counted, however often', async () => {
  const { email } = await createPerson(kitsu.db, 'regular');
  for (let count = 0; count < 8; count += 1)
    expect((await kitsu.signIn(email, {}, from('192.0.2.1'))).status).toBe(200);
});

test('without the table of limits nobody signs in, and reading goes on', async () => {
  const { email } = await createPerson(kitsu.db, 'patient');
  await kitsu.asOwner('alter table limits.guards rename to away');
  await kitsu.asOwner('alter table limits.budgets rename to budgets_away');
  const answer = await kitsu.signIn(email, {}, from('192.0.2.1'));
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  expect((await kitsu.ask('/api/v1/genres', from('192.0.2.1'))).status).toBe(200);
  await kitsu.asOwner('alter table limits.away rename to guards');
  await kitsu.asOwner('alter table limits.budgets_away rename to budgets');
  expect((await kitsu.signIn(email, {}, from('192.0.2.1'))).status).toBe(200);
});

test('one mailbox gets so many mails and no more, whether it has an account or not', async () => {
  const { email } = await createPerson(kitsu.db, 'mailed');
  for (const address of [email, 'unknown@example.org']) {
    const statuses = [];
    for (let count = 0; count < 3; count += 1) {
      const body = { email: count === 1 ? address.toUpperCase() : address };
      const asked = { method: 'POST', body, ...from(`192.0.2.${count}`) } as const;
      statuses.push((await kitsu.ask('/api/v1/password-resets', asked)).status);
    }
    expect(statuses).toEqual([202, 202, 429]);
  }
});

test('a password is not guessed through a stolen session either', async () => {
  const { email } = await createPerson(kitsu.db, 'robbed');
  const cookie = (await kitsu.signIn(email)).session;
  const body = { currentPassword: 'a guess of a thief', newPassword: 'something quite different' };
  const statuses = [];
  for (let count = 0; count < 3; count += 1) {
    const guess = { method: 'PUT', cookie, body, ...from(`192.0.2.${count}`) } as const;
    statuses.push((await kitsu.ask('/api/v1/account/password', guess)).status);
  }
  expect(statuses).toEqual([400, 400, 429]);
});

test('what is counted says nothing about whom', async () => {
  await kitsu.signIn('somebody-secret@example.org', WRONG, from('192.0.2.77'));
  const { rows } = await sql<{ key: string }>`select key from limits.guards`.execute(kitsu.db);
  expect(rows.length).toBe(2);
  expect(JSON.stringify(rows)).not.toMatch(/somebody|192\.0/);
});
