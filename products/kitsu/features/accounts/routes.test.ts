import { createHash } from 'node:crypto';
import { purgeIdentity } from '@seaworthy/platform/identity';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KitsuApp, kitsuApp, PASSWORD } from '../../testing/kitsu-app.ts';
import { operatorTrail } from '../../testing/person.ts';

const NEW_PASSWORD = 'eight calm lanterns';

let kitsu: KitsuApp;
beforeAll(async () => {
  kitsu = await kitsuApp();
});
afterAll(() => kitsu.close());

const post = (url: string, body: object, o = {}) => kitsu.ask(url, { method: 'POST', body, ...o });
const account = (cookie: string | undefined) => kitsu.ask('/api/v1/account', { cookie });
const lastMail = async (to: string) => (await kitsu.mails(to)).at(-1);

describe('a password', () => {
  test('is changed by who knows it; every other session ends, and the owner is told', async () => {
    const email = await kitsu.register('changer');
    const [here, there] = [await kitsu.signIn(email), await kitsu.signIn(email)];
    const change = (currentPassword: string, newPassword: string) =>
      kitsu.ask('/api/v1/account/password', {
        method: 'PUT',
        cookie: here.session,
        body: { currentPassword, newPassword },
      });
    expect((await change('wrong', NEW_PASSWORD)).body.error.details[0].path).toBe('currentPassword');
    expect((await change(PASSWORD, 'changer@example.org')).body.error.details[0].path).toBe('newPassword');
    expect((await change(PASSWORD, NEW_PASSWORD)).status).toBe(204);
    expect([(await account(here.session)).status, (await account(there.session)).status]).toEqual([200, 401]);
    expect((await kitsu.signIn(email)).status).toBe(401);
    expect((await kitsu.signIn(email, { password: NEW_PASSWORD })).status).toBe(200);
    expect((await kitsu.mails(email)).map((mail) => mail.kind)).toContain('password_changed');
  });

  test('that was forgotten is set anew by mail: once, within an hour, and it ends what others may have begun', async () => {
    const email = await kitsu.register('forgetter');
    const { session } = await kitsu.signIn(email);
    const wish = { name: 'script', scopes: ['account.view'] };
    const key = await kitsu.ask('/api/v1/account/api-keys', { method: 'POST', cookie: session, body: wish });
    const byKey = () => kitsu.ask('/api/v1/account', { bearer: key.body.token });
    expect((await byKey()).status).toBe(200);
    await post('/api/v1/password-resets', { email });
    const token = (await lastMail(email))?.token ?? '';
    const complete = (password: string) => post('/api/v1/password-resets/completion', { token, password });
    // A password that is refused does not cost the link.
    expect((await complete('forgetter-1234')).body.error.details[0].path).toBe('password');
    expect((await complete(NEW_PASSWORD)).status).toBe(204);
    expect((await complete(NEW_PASSWORD)).status).toBe(400);
    expect((await account(session)).status).toBe(401);
    expect((await byKey()).status).toBe(401);
    expect((await kitsu.signIn(email, { password: NEW_PASSWORD })).status).toBe(200);
    await post('/api/v1/password-resets', { email });
    const late = (await lastMail(email))?.token ?? '';
    await sql`update identity.challenges set expires_at = now() where purpose = 'reset'`.execute(kitsu.db);
    const answer = await post('/api/v1/password-resets/completion', { token: late, password: PASSWORD });
    expect(answer.status).toBe(400);
  });

  test('is asked for anew with the same answer whether there is an account or not; only the mail tells', async () => {
    const known = await post('/api/v1/password-resets', { email: await kitsu.register('known') });
    const unknown = await post('/api/v1/password-resets', { email: 'nobody@example.org' });
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect((await lastMail('nobody@example.org'))?.kind).toBe('no_account');
    expect((await lastMail('known@example.org'))?.kind).toBe('reset');
  });
});

test('an unknown address and a wrong password are answered alike', async () => {
  const email = await kitsu.register('alike');
  const shape = ({ status, text }: { status: number; text: string }) => [
    status,
    text.replace(/"requestId":"[^"]+"/, ''),
  ];
  const wrong = await kitsu.signIn(email, { password: 'wrong wrong wrong' });
  expect(shape(await kitsu.signIn('nobody@example.org'))).toEqual(shape(wrong));
  expect(wrong.status).toBe(401);
});

test('a verifier of the system before opens once and is Argon2id from then on', async () => {
  const email = await kitsu.register('veteran');
  const digest = createHash('sha256').update(PASSWORD).digest('hex');
  // bcrypt, at a low cost, of the digest in hexadecimal.
  const verifier = 'bcrypt-sha256hex:$2b$04$2920MKU1fyERUpeIKuomq.3ptWsjXwODToyHzbqpzVZX.4PrEUaia';
  await sql`update identity.passwords set verifier = ${verifier}
    where account_id = (select id from identity.accounts where email = ${email})`.execute(kitsu.db);
  expect((await kitsu.signIn(email, { password: digest })).status).toBe(401);
  expect((await kitsu.signIn(email)).status).toBe(200);
  const { rows } = await sql<{ verifier: string }>`select verifier from identity.passwords
    where account_id = (select id from identity.accounts where email = ${email})`.execute(kitsu.db);
  expect(rows[0]?.verifier).toMatch(/^\$argon2id\$/);
  expect((await kitsu.signIn(email)).status).toBe(200);
});

describe('an address', () => {
  test('is changed when the link sent to the new one is followed; the old one is told', async () => {
    const email = await kitsu.register('mover');
    const { session: cookie } = await kitsu.signIn(email);
    const change = (to: string, password = PASSWORD) =>
      post('/api/v1/account/email', { email: to, password }, { cookie });
    expect((await change('moved@example.org', 'wrong')).status).toBe(400);
    expect((await change('moved@example.org')).status).toBe(202);
    expect((await account(cookie)).body.email).toBe(email);
    const { token, kind } = (await lastMail('moved@example.org')) ?? {};
    expect(kind).toBe('verify_email');
    expect((await post('/api/v1/account/email/confirmation', { token })).body).toEqual({
      email: 'moved@example.org',
    });
    expect((await account(cookie)).body.email).toBe('moved@example.org');
    expect((await lastMail(email))?.kind).toBe('email_changed');
  });

  test('that somebody else has is answered the same, and its owner is told', async () => {
    const taken = await kitsu.register('holder');
    const { session: cookie } = await kitsu.signIn(await kitsu.register('wisher'));
    const answer = await post('/api/v1/account/email', { email: taken, password: PASSWORD }, { cookie });
    expect([answer.status, answer.body]).toEqual([202, { status: 'mail_on_its_way' }]);
    expect((await lastMail(taken))?.kind).toBe('already_registered');
  });
});

describe('an account', () => {
  test('is called as its owner wishes', async () => {
    const { session: cookie } = await kitsu.signIn(await kitsu.register('named'));
    const body = { displayName: 'Another name', language: 'ru' };
    expect((await kitsu.ask('/api/v1/account', { method: 'PATCH', cookie, body })).body).toMatchObject(body);
  });

  test('can be taken along: everything that is kept, and nothing that opens', async () => {
    const { session: cookie } = await kitsu.signIn(await kitsu.register('exporter'));
    const { text, body } = await kitsu.ask('/api/v1/account/export', { cookie });
    expect(body.identity.account.email).toBe('exporter@example.org');
    expect(body.identity.sessions).toHaveLength(1);
    expect(text).not.toMatch(/argon2|hash|verifier|ck_/);
  });

  test('that is given up is signed out, comes back by signing in, and is gone after thirty days', async () => {
    const email = await kitsu.register('leaver');
    const first = (await kitsu.signIn(email)).session;
    const give = (cookie: string | undefined, password = PASSWORD) =>
      post('/api/v1/account/deletion', { password }, { cookie });
    expect((await give(first, 'wrong')).status).toBe(400);
    const days = (Date.parse((await give(first)).body.dueAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect((await account(first)).status).toBe(401);
    const { session: cookie, body } = await kitsu.signIn(email);
    expect(body.account.deletionDueAt).not.toBeNull();
    await kitsu.ask('/api/v1/account/deletion', { method: 'DELETE', cookie });
    expect((await account(cookie)).body.deletionDueAt).toBeNull();
    await give(cookie);
    await sql`update identity.accounts set deletion_due_at = now() where email = ${email}`.execute(kitsu.db);
    expect(await purgeIdentity({ ...kitsu, trail: operatorTrail() })).toBe(1);
    expect((await kitsu.signIn(email)).status).toBe(401);
  });
});
