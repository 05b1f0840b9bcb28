import { expect, inject, test } from 'vitest';
import { fillLogIn, logInOf, sessionCookie } from './testing/log-in.ts';
import { violationsOf } from './testing/violations.ts';
import { PHONE, visitors } from './testing/visit.ts';

const visit = visitors();

test('who logs in comes back to the page he was on, is known in every tab from the first paint, and can log out', async () => {
  const { page } = await visit();
  await page.goto('/anime?kind=movie');
  await page.getByRole('link', { name: 'Log in' }).click();
  await page.waitForURL('**/login?next=**');
  await fillLogIn(page, logInOf('user'));
  await page.waitForURL('**/anime?kind=movie');
  await page.getByRole('button', { name: 'Account: Demo user' }).click();
  await page.getByRole('link', { name: 'Your account' }).click();
  await page.waitForURL('**/account');
  expect(await page.getByLabel('Name').inputValue()).toBe('Demo user');
  expect(await violationsOf(page)).toEqual([]);

  const second = await page.context().newPage();
  await second.route('**/_next/static/**/*.js', (route) => route.abort());
  await second.goto('/', { waitUntil: 'domcontentloaded' });
  expect(await second.getByRole('link', { name: 'Log in' }).isVisible()).toBe(false);
  expect(await second.getByRole('button', { name: 'Account' }).isVisible()).toBe(true);
  await second.unroute('**/_next/static/**/*.js');
  await second.reload();

  await page.goto('/genres');
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('link', { name: 'Log in' }).waitFor();
  await second.getByRole('link', { name: 'Log in' }).waitFor();
  expect(await page.context().cookies()).not.toContainEqual(expect.objectContaining({ name: 'session' }));
  await page.goto('/account');
  await page.waitForURL('**/login?next=%2Faccount');
});

test('a mistake is said and nothing typed is lost; no link decides that one ends on another site', async () => {
  const { page } = await visit({ viewport: PHONE, expectFaults: true });
  await page.goto('/login?next=//evil.example/');
  const { email, password } = logInOf('user');
  await fillLogIn(page, { email, password: `${password}x` });
  await page.getByRole('alert').filter({ hasText: 'is wrong' }).waitFor();
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(email);
  const field = page.getByLabel('Password', { exact: true });
  await page.getByRole('button', { name: 'Show: Password' }).click();
  expect(await field.getAttribute('type')).toBe('text');
  expect(await field.inputValue()).toBe(`${password}x`);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
  await page.context().setOffline(false);
  await field.fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  expect(new URL(page.url()).origin).toBe(inject('origin'));
});

test('nothing changes by a request that another site sent, though the browser sends the session along', async () => {
  const cookie = await sessionCookie('support');
  const rename = async (headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${inject('origin')}/api/v1/account`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', cookie, ...headers },
      body: JSON.stringify({ displayName: 'Demo support' }),
    });
    return answer.status;
  };
  expect(await rename({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await rename({ origin: 'https://evil.example' })).toBe(403);
  expect(await rename({ origin: inject('origin').replace(/\d+$/, '1') })).toBe(403);
  expect(await rename({ origin: inject('origin') })).toBe(200);
});

test('public pages are the same for everybody; what differs by account is never kept for another', async () => {
  const readers = [undefined, await sessionCookie('user'), await sessionCookie('editor')];
  const read = async (path: string, cookie: string | undefined) => {
    const answer = await fetch(inject('origin') + path, {
      redirect: 'manual',
      headers: cookie === undefined ? {} : { cookie },
    });
    return { answer, text: await answer.text() };
  };
  const shown: Record<string, string[]> = { '/': [], '/account': [] };
  for (const path of ['/', '/account', '/', '/account', '/account', '/']) {
    const all = await Promise.all(readers.map((cookie) => read(path, cookie)));
    shown[path]?.push(...all.map(({ text }) => text));
    if (path === '/') continue;
    expect(all.map(({ answer }) => answer.status)).toEqual([307, 200, 200]);
    for (const { answer } of all) expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(all.map(({ text }) => /Demo (?:user|editor)/.exec(text)?.[0])).toEqual([
      undefined,
      'Demo user',
      'Demo editor',
    ]);
  }
  expect(new Set(shown['/']).size).toBe(1);
  expect(shown['/']?.[0]).not.toMatch(/Demo (?:user|editor)/);
});
