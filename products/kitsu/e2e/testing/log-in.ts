import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** What `npm start` made for a role to be tried out with. */
export function logInOf(role: string) {
  const found = inject('logIns').find(({ title }) => title === role);
  if (!found) throw new Error(`There is no demo account for the role ${role}.`);
  return found;
}

/** Logs in by the form of the page that is shown, with the keyboard alone. */
export async function fillLogIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel('E-mail address').fill(email);
  await page.keyboard.press('Tab');
  // Past the way for who forgot it, which stands between the two fields.
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** The value of the `Cookie` header of somebody logged in as a role, without a browser. */
export async function sessionCookie(role: string): Promise<string> {
  const { email, password } = logInOf(role);
  const answer = await fetch(`${inject('origin')}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  return cookies.join('; ');
}
