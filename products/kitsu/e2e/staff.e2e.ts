import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { fillLogIn, logInOf, sessionCookie } from './testing/log-in.ts';
import { violationsOf } from './testing/violations.ts';
import { visitors } from './testing/visit.ts';

const visit = visitors();

const read = (path: string, cookie?: string) =>
  fetch(inject('origin') + path, { redirect: 'manual', headers: cookie === undefined ? {} : { cookie } });

test('to who may not see them the pages for staff are the page that does not exist', async () => {
  const nothing = await read('/nothing-here');
  const titleOf = (text: string) => /<title>(.*?)<\/title>.*<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.slice(1);
  const expected = titleOf(await nothing.text());
  expect([nothing.status, expected?.[1]]).toEqual([404, 'There is no page at this address']);
  const user = await sessionCookie('user');
  const moderator = await sessionCookie('moderator');
  const tries = [
    ['/staff', undefined],
    ['/staff', user],
    ['/staff/audit', user],
    ['/staff/accounts/00000000-0000-4000-8000-000000000000', user],
    ['/staff/accounts', moderator],
  ] as const;
  for (const [path, cookie] of tries) {
    const answer = await read(path, cookie);
    expect([path, answer.status, titleOf(await answer.text())]).toEqual([path, 404, expected]);
  }
  expect((await read('/staff/audit', moderator)).status).toBe(200);
});

test('a role that is granted counts with the next page, its reason and its difference are in the trail, and it can be taken back', async () => {
  const { page } = await visit();
  await page.goto('/login?next=/staff');
  await fillLogIn(page, logInOf('super_admin'));
  await page.waitForURL('**/staff/accounts');
  const moderator = await sessionCookie('moderator');
  await page.getByRole('searchbox').last().fill('moderator');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.waitForURL('**/staff/accounts?q=moderator**');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Demo moderator' }).click();

  await changeRole(page, 'Grant: Support', 'Helps with mails');
  await page.getByRole('button', { name: 'Revoke: Support' }).waitFor();
  expect((await read('/staff/accounts', moderator)).status).toBe(200);
  await page.getByRole('link', { name: 'What was done to it' }).click();
  await page.waitForURL('**/staff/audit?target=**');
  // Every action that the trail can tell of is called something, and not by its name for programs.
  const actions = await page.getByLabel('Action').getByRole('option').allInnerTexts();
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => /^[a-z_]+\.[a-z_]+$/.test(action))).toEqual([]);
  const entry = page.getByRole('listitem').filter({ hasText: 'Role granted' }).first();
  await entry.locator('summary').click();
  await entry.getByText('Helps with mails').waitFor();
  expect(await entry.locator('dd').filter({ hasText: 'After:' }).innerText()).toContain('support');
  expect(await violationsOf(page)).toEqual([]);

  await page.goBack();
  await changeRole(page, 'Revoke: Support', 'Has enough to do');
  await page.getByRole('button', { name: 'Grant: Support' }).waitFor();
  expect((await read('/staff/accounts', moderator)).status).toBe(404);
  await page.getByRole('button', { name: 'End all sessions' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End all sessions' }).click();
  await page.getByText(/sessions? ended/).waitFor();
  expect((await read('/account', moderator)).status).toBe(307);
});

/** Asked for twice, and not without a reason; the keyboard ends where it began. */
async function changeRole(page: Page, button: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Enter');
  await dialog.getByText('Fill this in.').waitFor();
  await page.keyboard.type(reason);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}
