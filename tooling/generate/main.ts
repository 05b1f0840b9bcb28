import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessMatrix } from './access-matrix.ts';
import { apiClient } from './api-client.ts';
import { compareOutputs, type Difference, takeOver } from './compare.ts';
import { configuration } from './configuration.ts';
import type { Generator } from './generator.ts';
import { productNames } from './products.ts';
import { schemaDump } from './schema-dump.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');
const generators = [
  ...productNames(root).flatMap((product) => [
    apiClient(root, product),
    schemaDump(root, product),
    accessMatrix(root, product),
  ]),
  configuration(root),
];

let wrong = 0;
for (const generator of generators) {
  if (!(await generate(generator))) wrong += 1;
}
if (check && wrong > 0) process.stdout.write('Mend it with: npm run generate\n');
process.exitCode = wrong === 0 ? 0 : 1;

async function generate(generator: Generator): Promise<boolean> {
  const made = await mkdtemp(join(tmpdir(), 'seaworthy-generate-'));
  try {
    await generator.run(made);
    const differences = compareOutputs(made, root, generator.outputs);
    if (!check) await takeOver(made, root, generator.outputs);
    report(generator.name, differences);
    return !check || differences.length === 0;
  } catch (error) {
    process.stdout.write(
      `${generator.name}: failed. ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return false;
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

function report(name: string, differences: readonly Difference[]): void {
  const state =
    differences.length === 0 ? 'up to date' : check ? 'differs' : `${differences.length} files written`;
  process.stdout.write(`${name}: ${state}\n`);
  if (!check) return;
  for (const { path, kind, firstLine } of differences) {
    process.stdout.write(`  ${path}: ${kind}\n`);
    if (!firstLine) continue;
    process.stdout.write(`    line ${firstLine.number} is        ${firstLine.is.slice(0, 200)}\n`);
    process.stdout.write(`    line ${firstLine.number} should be ${firstLine.shouldBe.slice(0, 200)}\n`);
  }
}
