import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What the shown page has that WCAG 2.2 AA forbids, as far as a machine can see. */
export function violationsOf(page: Page): Promise<readonly string[]> {
  return analyse(axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']));
}

/** Texts of the shown page that stand out too little: all that another theme changes. */
export function faintTextsOf(page: Page): Promise<readonly string[]> {
  return analyse(axe(page).withRules('color-contrast'));
}

/** No page has a frame; without looking for them axe needs no second page to bring its findings together. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

async function analyse(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
