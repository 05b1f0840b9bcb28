import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What the shown page has that WCAG 2.2 AA forbids, as far as a machine can see. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
