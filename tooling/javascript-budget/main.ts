import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { kB, measureJavaScript, overBudget } from './measure.ts';

// npm run javascript-budget [-- --write]: says how much JavaScript each page of Kitsu's built site loads, and fails when one is
// above its budget. --write makes what is loaded now the budget.

const SITE = fileURLToPath(new URL('../../products/kitsu/web/', import.meta.url));
const BUDGET = path.join(SITE, 'javascript-budget.json');

const measured = await measureJavaScript(SITE);
for (const [route, bytes] of Object.entries(measured)) {
  process.stdout.write(`${kB(bytes).padStart(9)}  ${route}\n`);
}
if (process.argv.includes('--write')) {
  await writeFile(BUDGET, `${JSON.stringify(measured, null, 2)}\n`);
} else {
  const problems = overBudget(measured, JSON.parse(await readFile(BUDGET, 'utf8')));
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
