import { fileURLToPath } from 'node:url';
import { readRepository } from './repository.ts';
import { rules } from './rules.ts';

const files = readRepository(fileURLToPath(new URL('../..', import.meta.url)));
const found = Object.entries(rules).map(([name, rule]) => ({ name, problems: rule(files) }));

for (const { name, problems } of found.filter((rule) => rule.problems.length > 0)) {
  process.stdout.write(`${name}:\n`);
  for (const { path, line, message } of problems) {
    process.stdout.write(`  ${path}${line === undefined ? '' : `:${line}`} ${message}\n`);
  }
}
const broken = found.filter(({ problems }) => problems.length > 0).length;
process.stdout.write(`${found.length - broken} rules hold, ${broken} do not\n`);
process.exitCode = broken === 0 ? 0 : 1;
