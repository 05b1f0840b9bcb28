import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KitsuApp, kitsuApp, PASSWORD } from '../../testing/kitsu-app.ts';

let kitsu: KitsuApp;
beforeAll(async () => {
  kitsu = await kitsuApp();
});
afterAll(() => kitsu.close());

const wish = (email: string, more: object = {}) => ({
  method: 'POST' as const,
  body: { email, password: PASSWORD, displayName: 'Somebody', ...more },
});
const confirm = (token: string) =>
  kitsu.ask('/api/v1/registrations/confirmation', { method: 'POST', body: { token } });

test('an account comes into being when the link of its mail is followed, once', async () => {
  const answer = await kitsu.ask('/api/v1/registrations', wish('New@Example.org'));
  expect([answer.status, answer.body]).toEqual([202, { status: 'mail_on_its_way' }]);
  expect((await kitsu.signIn('new@example.org')).status).toBe(401);
  const [mail] = await kitsu.mails('New@Example.org');
  expect(mail?.kind).toBe('verify');
  expect((await confirm(mail?.token ?? '')).body).toMatchObject({ email: 'New@Example.org' });
  expect((await kitsu.signIn('new@EXAMPLE.ORG')).body.account).toMatchObject({
    email: 'New@Example.org',
    roles: ['user'],
    permissions: ['account.manage', 'account.view', 'anime.view', 'episode.view'],
  });
  expect((await confirm(mail?.token ?? '')).status).toBe(400);
});

test('an address with an account is answered like any other; only its mail tells', async () => {
  const email = await kitsu.register('known');
  const first = await kitsu.ask('/api/v1/registrations', wish('unknown@example.org'));
  const second = await kitsu.ask('/api/v1/registrations', wish(email, { password: 'another long secret' }));
  expect([second.status, second.text]).toEqual([first.status, first.text]);
  expect((await kitsu.mails(email)).map((mail) => mail.kind)).toEqual(['verify', 'already_registered']);
  expect((await kitsu.signIn(email, { password: 'another long secret' })).status).toBe(401);
});

test('of two who wish for one address the one whose link is followed has it, with his own password', async () => {
  await kitsu.ask('/api/v1/registrations', wish('wanted@example.org', { password: 'the first wish of all' }));
  await kitsu.ask(
    '/api/v1/registrations',
    wish('wanted@example.org', { password: 'the second wish of all' }),
  );
  const [first, second] = await kitsu.mails('wanted@example.org');
  expect((await confirm(second?.token ?? '')).status).toBe(201);
  expect((await confirm(first?.token ?? '')).status).toBe(409);
  const signIn = (password: string) => kitsu.signIn('wanted@example.org', { password });
  expect((await signIn('the first wish of all')).status).toBe(401);
  expect((await signIn('the second wish of all')).status).toBe(200);
});

test('a link is good for a day, for its purpose, and only with a signature of ours', async () => {
  await kitsu.ask('/api/v1/registrations', wish('late@example.org'));
  const token = (await kitsu.mails('late@example.org'))[0]?.token ?? '';
  const [id = '', key = '', signature = ''] = token.split('.');
  const forged = [`${id}.${key}.${signature.slice(0, -2)}AA`, `${id}.other.${signature}`, id, `${token}.x`];
  for (const one of forged) expect((await confirm(one)).status).toBe(400);
  await sql`update identity.challenges set expires_at = now() where id = ${id}`.execute(kitsu.db);
  expect((await confirm(token)).status).toBe(400);
});

test.each([
  ['short', 'password must have at least 12 characters'],
  ['P@ssw0rd!2024', 'password is one of the first that are tried'],
  ['passwordpassword', 'password is one of the first that are tried'],
  ['qwertyuiop12345', 'password is one of the first that are tried'],
  ['somebody-2024', 'password is little more than your own names'],
])('the password %s is refused with a reason', async (password, reason) => {
  const answer = await kitsu.ask('/api/v1/registrations', wish('rules@example.org', { password }));
  expect([answer.status, answer.body.error.details[0].path]).toEqual([400, 'password']);
  expect(answer.body.error.message).toContain(reason);
});

test.each(['correct horse battery', 'длинный пароль без правил', '日本語のことばを十二個ならべた'])(
  'the password %s needs no capitals, digits or signs',
  async (password) => {
    expect((await kitsu.ask('/api/v1/registrations', wish('free@example.org', { password }))).status).toBe(
      202,
    );
  },
);

test.each([
  'nobody',
  'a@b',
  'a b@example.org',
  '"a"@example.org',
  'a@exa_mple.org',
  '@example.org',
  'a@1.2.3.4',
])('%s is no address', async (email) => {
  expect((await kitsu.ask('/api/v1/registrations', wish(email))).body.error).toMatchObject({
    code: 'invalid_input',
    details: [{ path: 'email' }],
  });
});
