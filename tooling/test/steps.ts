import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../chromium/find.ts';
import { type Command, runCommand } from './run-command.ts';
import type { Outcome, Step, StepContext } from './step.ts';
import { runVitest } from './vitest-step.ts';

/** Everything `npm test` does, in its order: what is quick and often wrong comes first. */
export const steps: readonly Step[] = [
  commandStep('generated', 'Generated files are up to date', [node('tooling/generate/main.ts', '--check')]),
  commandStep('lint', 'Lint and format (Biome)', [tool('biome', 'ci', '--colors=off', '.')]),
  { name: 'types', title: 'Types (tsc)', run: checkTypes },
  { name: 'boundaries', title: 'Boundaries (dependency-cruiser)', run: checkBoundaries },
  commandStep('dead-code', 'Dead code (knip)', [
    tool('knip', '--config', 'tooling/knip.jsonc'),
    tool('knip', '--config', 'tooling/knip.jsonc', '--production'),
  ]),
  commandStep('tidy', 'Tidy', [node('tooling/tidy/main.ts')]),
  { name: 'unit', title: 'Tests', run: (context) => runVitest(context, 'vitest.config.ts') },
  { name: 'journeys', title: 'Browser journeys', run: runJourneys },
  { name: 'bench', title: 'Benchmark gates', run: runBenchGates },
];

function node(entry: string, ...args: readonly string[]): Command {
  return tool('node', entry, ...args);
}

function tool(name: string, ...args: readonly string[]): Command {
  return { file: name, args };
}

function commandStep(name: string, title: string, commands: readonly Command[]): Step {
  return { name, title, run: (context) => runAll(context, commands) };
}

/** Each command counts as one test. */
async function runAll(context: StepContext, commands: readonly Command[]): Promise<Outcome> {
  let passed = 0;
  let output = '';
  for (const command of commands) {
    context.progress(command.args.filter((arg) => !arg.startsWith('-')).join(' '));
    const file = join(context.root, 'node_modules/.bin', command.file);
    const finished = await runCommand(context, { ...command, file });
    if (finished.ok) passed += 1;
    else output += `$ ${command.file} ${command.args.join(' ')}\n${finished.output}\n`;
  }
  return { passed, failed: commands.length - passed, skipped: [], output };
}

function checkBoundaries(context: StepContext): Promise<Outcome> {
  const folders = ['platform', 'products', 'audit', 'tooling', 'bench'].filter((folder) =>
    existsSync(join(context.root, folder)),
  );
  return runAll(context, [tool('depcruise', '--config', 'tooling/boundaries/rules.mjs', ...folders)]);
}

/** The root configuration and each one below it: the parts that run in a browser know other globals. */
function checkTypes(context: StepContext): Promise<Outcome> {
  const configs = globSync(['tsconfig.json', 'platform/*/tsconfig.json', 'products/*/*/tsconfig*.json'], {
    cwd: context.root,
  }).sort();
  return runAll(
    context,
    configs.map((config) => node('node_modules/ts7/bin/tsc', '--pretty', 'false', '-p', config)),
  );
}

async function runJourneys(context: StepContext): Promise<Outcome> {
  const configs = globSync('products/*/e2e/vitest.config.ts', { cwd: context.root }).sort();
  if (configs.length === 0) return nothing;
  context.progress('looking for Chromium');
  const chromium = await findChromium(context.root, context.signal);
  if (chromium.path === undefined) {
    const output = `THE BROWSER JOURNEYS WERE NOT RUN. ${chromium.reason}\n`;
    const missing = configs.map((config) => `${config}: no Chromium`);
    return process.env.CI === 'true'
      ? { passed: 0, failed: configs.length, skipped: [], output }
      : { passed: 0, failed: 0, skipped: missing, output };
  }
  const outcomes: Outcome[] = [];
  for (const config of configs) {
    outcomes.push(await runVitest(context, config, { CHROMIUM_PATH: chromium.path }));
  }
  return sum(outcomes);
}

async function runBenchGates(context: StepContext): Promise<Outcome> {
  const config = 'bench/gates/vitest.config.ts';
  return existsSync(join(context.root, config)) ? runVitest(context, config) : nothing;
}

const nothing: Outcome = { passed: 0, failed: 0, skipped: [], output: '' };

function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, outcome) => total + outcome.passed, 0),
    failed: outcomes.reduce((total, outcome) => total + outcome.failed, 0),
    skipped: outcomes.flatMap((outcome) => outcome.skipped),
    output: outcomes.map((outcome) => outcome.output).join('\n'),
  };
}
