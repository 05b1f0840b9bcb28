import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KitsuApp, kitsuApp } from '../../testing/kitsu-app.ts';

let kitsu: KitsuApp;
beforeAll(async () => {
  kitsu = await kitsuApp();
});
afterAll(() => kitsu.close());

const account = (o: { cookie?: string | undefined; bearer?: string | undefined }) =>
  kitsu.ask('/api/v1/account', o);
const refresh = (refreshToken: string) =>
  kitsu.ask('/api/v1/session/refresh', { method: 'POST', body: { refreshToken } });

describe('a browser', () => {
  test('gets its session in a cookie that scripts and other sites cannot reach, and no secret in the answer', async () => {
    const email = await kitsu.register('browser');
    const answer = await kitsu.signIn(email);
    const set = [answer.headers['set-cookie']].flat();
    expect(set[0]).toMatch(
      /^__Host-session=ck_[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(set[1]).toMatch(/^__Host-device=dv_/);
    expect(answer.text).not.toContain(answer.session);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await account({ cookie: answer.session })).body.email).toBe(email);
  });

  test('signs out here, and its cookie opens nothing any more', async () => {
    const { session } = await kitsu.signIn(await kitsu.register('leaver'));
    const out = await kitsu.ask('/api/v1/session', { method: 'DELETE', cookie: session });
    expect([out.status, out.headers['set-cookie']]).toEqual([
      204,
      '__Host-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
    ]);
    expect((await account({ cookie: session })).status).toBe(401);
    expect((await kitsu.ask('/api/v1/session', { method: 'DELETE', cookie: session })).status).toBe(204);
  });

  test('has to sign in again after two weeks of absence, and after ninety days in any case', async () => {
    const email = await kitsu.register('absent');
    const idle = (await kitsu.signIn(email)).session;
    await sql`update identity.sessions set last_used_at = now() - interval '15 days'`.execute(kitsu.db);
    expect((await account({ cookie: idle })).status).toBe(401);
    const old = (await kitsu.signIn(email)).session;
    await sql`update identity.sessions set expires_at = now()`.execute(kitsu.db);
    expect((await account({ cookie: old })).status).toBe(401);
  });
});

describe('sessions', () => {
  test('on two devices live side by side, are listed with device and address, and end one by one', async () => {
    const email = await kitsu.register('two');
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const phone = await kitsu.signIn(email, { client: 'api', deviceName: 'My phone' });
    const desk = await kitsu.signIn(email, {}, { headers: { 'user-agent': agent } });
    const list = await kitsu.ask('/api/v1/account/sessions', { cookie: desk.session });
    expect(list.body.items).toMatchObject([
      { kind: 'browser', device: 'Firefox, Linux', address: '127.0.0.1', current: true },
      { kind: 'api', device: 'My phone', current: false },
    ]);
    const id = list.body.items[1].id;
    const end = () => kitsu.ask(`/api/v1/account/sessions/${id}`, { method: 'DELETE', cookie: desk.session });
    expect([(await end()).status, (await end()).status]).toEqual([204, 404]);
    expect((await account({ bearer: phone.body.tokens.accessToken })).status).toBe(401);
    expect((await refresh(phone.body.tokens.refreshToken)).status).toBe(401);
    expect((await account({ cookie: desk.session })).status).toBe(200);
  });

  test('of somebody else cannot be ended and are not listed', async () => {
    const mine = await kitsu.signIn(await kitsu.register('mine'));
    const other = await kitsu.signIn(await kitsu.register('other'));
    const { items } = (await kitsu.ask('/api/v1/account/sessions', { cookie: other.session })).body;
    expect(items).toHaveLength(1);
    const end = await kitsu.ask(`/api/v1/account/sessions/${items[0].id}`, {
      method: 'DELETE',
      cookie: mine.session,
    });
    expect([end.status, (await account({ cookie: other.session })).status]).toEqual([404, 200]);
  });

  test('end everywhere else, or everywhere', async () => {
    const email = await kitsu.register('many');
    const [here, there] = [await kitsu.signIn(email), await kitsu.signIn(email)];
    const end = (which: string) =>
      kitsu.ask(`/api/v1/account/sessions?which=${which}`, { method: 'DELETE', cookie: here.session });
    expect((await end('others')).body).toEqual({ endedCount: 1 });
    expect((await account({ cookie: there.session })).status).toBe(401);
    expect((await account({ cookie: here.session })).status).toBe(200);
    expect((await end('all')).body).toEqual({ endedCount: 1 });
    expect((await account({ cookie: here.session })).status).toBe(401);
  });

  test('on a device that is new to the account are told by mail, on the first and on known ones not', async () => {
    const email = await kitsu.register('devices');
    const first = await kitsu.signIn(email);
    await kitsu.signIn(email, {}, { device: first.device });
    expect((await kitsu.mails(email)).map((mail) => mail.kind)).toEqual(['verify']);
    await kitsu.signIn(email);
    expect((await kitsu.mails(email)).at(-1)).toMatchObject({
      kind: 'new_device',
      facts: { device: { address: '127.0.0.1' } },
    });
  });
});

describe('an API client', () => {
  test('renews its tokens; the new ones are good and the old refresh token is not, later on', async () => {
    const { tokens } = (await kitsu.signIn(await kitsu.register('client'), { client: 'api' })).body;
    const next = (await refresh(tokens.refreshToken)).body;
    expect((await account({ bearer: next.accessToken })).status).toBe(200);
    expect(next.refreshToken).not.toBe(tokens.refreshToken);
  });

  test('gets the same pair again when it asks twice at once, and the session lives', async () => {
    const { tokens } = (await kitsu.signIn(await kitsu.register('tabs'), { client: 'api' })).body;
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(tokens.refreshToken)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect((await refresh(answers[0]?.body.refreshToken)).status).toBe(200);
  });

  test('loses the session, everywhere, when a used refresh token comes again after the grace', async () => {
    const { tokens } = (await kitsu.signIn(await kitsu.register('stolen'), { client: 'api' })).body;
    const next = (await refresh(tokens.refreshToken)).body;
    await sql`update identity.sessions set rotated_at = rotated_at - interval '10 s'`.execute(kitsu.db);
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
    expect((await account({ bearer: next.accessToken })).status).toBe(401);
    expect((await refresh(next.refreshToken)).status).toBe(401);
  });

  test('loses it as well when the token before the previous one comes, however soon', async () => {
    const { tokens } = (await kitsu.signIn(await kitsu.register('older'), { client: 'api' })).body;
    const second = (await refresh(tokens.refreshToken)).body;
    const third = (await refresh(second.refreshToken)).body;
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
    expect((await account({ bearer: third.accessToken })).status).toBe(401);
  });
});

test('a secret of one kind is no credential of another kind', async () => {
  const email = await kitsu.register('kinds');
  const { session, device } = await kitsu.signIn(email);
  const { tokens } = (await kitsu.signIn(email, { client: 'api' })).body;
  for (const cookie of [tokens.accessToken, tokens.refreshToken, device]) {
    expect((await account({ cookie })).status).toBe(401);
  }
  for (const bearer of [session, tokens.refreshToken, device]) {
    expect((await account({ bearer })).status).toBe(401);
  }
  expect((await refresh(tokens.accessToken)).status).toBe(401);
});

test('nothing that the database holds is a credential', async () => {
  const email = await kitsu.register('dump');
  await kitsu.signIn(email);
  await kitsu.signIn(email, { client: 'api' });
  const { rows } = await sql<{ value: string }>`
    with me as (select id from identity.accounts where email = ${email})
    select encode(t.token_hash, 'hex') as value from identity.session_tokens t
      join identity.sessions s on s.id = t.session_id where s.account_id = (select id from me)
    union select s.id::text from identity.sessions s where s.account_id = (select id from me)
    union select encode(d.token_hash, 'hex') from identity.devices d where d.account_id = (select id from me)
    union select p.verifier from identity.passwords p where p.account_id = (select id from me)`.execute(
    kitsu.db,
  );
  expect(rows).toHaveLength(8);
  for (const { value } of rows) {
    const bytes = Buffer.from(value, 'hex').toString('base64url');
    expect((await account({ cookie: value })).status).toBe(401);
    expect((await account({ cookie: `ck_${bytes}` })).status).toBe(401);
    expect((await account({ bearer: `at_${bytes}` })).status).toBe(401);
    expect((await refresh(`rt_${bytes}`)).status).toBe(401);
    expect((await kitsu.signIn(email, { password: value })).status).toBe(401);
  }
});

test('no secret reaches a log line', async () => {
  const email = await kitsu.register('logged');
  const { session, device } = await kitsu.signIn(email);
  const { tokens } = (await kitsu.signIn(email, { client: 'api' })).body;
  await account({ bearer: 'at_canary' });
  const log = kitsu.lines.join('');
  for (const secret of [
    session,
    device,
    tokens.accessToken,
    tokens.refreshToken,
    'lanterns',
    'canary',
    email,
  ]) {
    expect(log).not.toContain(secret);
  }
});
