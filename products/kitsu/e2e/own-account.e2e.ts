import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { timeCodeOf } from '../testing/authenticator.ts';
import { fromMail } from './testing/captured-mail.ts';
import { fillLogIn } from './testing/log-in.ts';
import { violationsOf } from './testing/violations.ts';
import { PHONE, visitors } from './testing/visit.ts';

const visit = visitors();

const PASSWORD = 'nine calm lanterns';
const NEXT_PASSWORD = 'ten quiet harbours';

/** Opens the link of a mail, on the origin of this run. */
async function follow(page: Page, email: string, path: string): Promise<void> {
  await page.goto(await fromMail(email, new RegExp(`${path}#token=[\\w.-]+`)));
}

async function register(page: Page, name: string): Promise<string> {
  const email = `${name}@example.org`;
  await page.goto('/register');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  await follow(page, email, '/confirm/registration');
  await page.getByText('your account is made').waitFor();
  // What opens an account stays in no history.
  expect(new URL(page.url()).hash).toBe('');
  return email;
}

test('an account begins with a mail, gets a second factor, and is entered with one of its recovery codes', async () => {
  const { page } = await visit({ viewport: PHONE });
  const email = await register(page, 'newcomer');
  await page.getByRole('link', { name: 'Log in', exact: true }).last().click();
  await page.waitForURL('**/login');
  await expect.poll(() => page.getByLabel('E-mail address').inputValue()).toBe(email);
  await fillLogIn(page, { email, password: PASSWORD });
  await page.waitForURL((url) => url.pathname === '/');

  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  const secret = (await page.locator('.font-mono').innerText()).replace(/\s/g, '');
  await page.getByLabel('The six digits').fill(timeCodeOf(secret, new Date()));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Put these recovery codes away' }).waitFor();
  const codes = await page.locator('main ol').getByRole('listitem').allInnerTexts();
  expect(codes.length).toBeGreaterThan(7);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have put them away' }).click();

  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/login?next=/account/security');
  await fillLogIn(page, { email, password: PASSWORD });
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account/security');
  await page.getByText(`${codes.length - 1} recovery codes left`).waitFor();
});

test('a forgotten password is chosen anew by mail; that ends what was logged in, and what is logged in can be ended', async () => {
  const { page } = await visit({ expectFaults: true });
  const email = await register(page, 'forgetful');
  await page.goto('/forgot-password');
  await page.getByLabel('E-mail address').fill(email);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  await follow(page, email, '/reset-password');
  await page.getByRole('textbox', { name: 'New password' }).fill('password1234');
  await page.keyboard.press('Enter');
  await page.getByText('one of the first passwords that are tried').waitFor();
  await page.getByRole('textbox', { name: 'New password' }).fill(NEXT_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Your new password is set').waitFor();

  await page.goto('/login');
  await fillLogIn(page, { email, password: NEXT_PASSWORD });
  await page.waitForURL((url) => url.pathname === '/');
  const elsewhere = await fetch(`${inject('origin')}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: NEXT_PASSWORD, deviceName: 'The other one' }),
  });
  const [cookie = ''] = elsewhere.headers.getSetCookie();
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'End the session on The other one' }).click();
  await page.getByText('1 session ended').waitFor();
  const after = await fetch(`${inject('origin')}/api/v1/account`, { headers: { cookie } });
  expect(after.status).toBe(401);
});

test('a key is shown once and revoked for good; an account that was given up can be had back', async () => {
  const { page } = await visit();
  const email = await register(page, 'leaver');
  await page.goto('/login?next=/account/keys');
  await fillLogIn(page, { email, password: PASSWORD });
  await page.waitForURL('**/account/keys');
  await page.getByLabel('Name').fill('backup');
  await page.getByLabel('see your account').check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const token = await page.getByText(/^key_/).first().innerText();
  const ask = () =>
    fetch(`${inject('origin')}/api/v1/account`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.reload();
  expect(await page.getByText(token).count()).toBe(0);
  await page.getByRole('button', { name: 'Revoke the key backup' }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText('You have no key yet').waitFor();
  expect((await ask()).status).toBe(401);

  await page.getByRole('link', { name: 'Your data' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('kitsu-account.json');
  await page.getByRole('button', { name: 'Delete the account' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Until then logging in brings it back').waitFor();
  await page.goto('/login');
  await fillLogIn(page, { email, password: PASSWORD });
  await page.waitForURL('**/account/data');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Delete the account' }).waitFor();
});
