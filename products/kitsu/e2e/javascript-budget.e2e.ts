import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { measureJavaScript, overBudget } from '../../../tooling/javascript-budget/measure.ts';

const SITE = fileURLToPath(new URL('../web/', import.meta.url));

test('no page loads more JavaScript than its budget; npm run javascript-budget -- --write changes it on purpose', async () => {
  const budget = JSON.parse(await readFile(`${SITE}javascript-budget.json`, 'utf8'));
  expect(overBudget(await measureJavaScript(SITE), budget)).toEqual([]);
});
