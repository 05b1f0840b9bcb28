import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens the search by a key, again and again until the page has its script. */
export async function openSearch(page: Page, key = 'Control+k'): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect
    .poll(async () => {
      if (!(await dialog.isVisible())) await page.keyboard.press(key);
      return dialog.isVisible();
    })
    .toBe(true);
}
