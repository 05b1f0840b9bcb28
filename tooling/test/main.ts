import { fileURLToPath } from 'node:url';
import { progressLine } from './progress-line.ts';
import { closingReport, exitCode, stepReport } from './report.ts';
import type { Outcome, Step } from './step.ts';
import { steps } from './steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const args = process.argv.slice(2);
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());

const choices = steps.map(({ name, title }) => `  ${name.padEnd(12)}${title}\n`).join('');
const chosen = args.filter((arg) => !arg.startsWith('-'));
const unknown = args.filter((arg) => arg !== '--list' && !steps.some(({ name }) => name === arg));

if (unknown.length > 0) {
  process.stderr.write(`npm test has no step ${unknown.join(', ')}. Its steps:\n${choices}`);
  process.exitCode = 64;
} else if (args.includes('--list')) {
  process.stdout.write(choices);
} else {
  process.exitCode = await runSteps(steps.filter(({ name }) => chosen.length === 0 || chosen.includes(name)));
}

async function runSteps(toRun: readonly Step[]): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const step of toRun) {
    if (!ending.signal.aborted) outcomes.push(await runStep(step));
  }
  if (ending.signal.aborted) process.stdout.write('Ended before everything was run.\n');
  process.stdout.write(closingReport(outcomes));
  return ending.signal.aborted ? 130 : exitCode(outcomes);
}

async function runStep(step: Step): Promise<Outcome> {
  const startedAt = Date.now();
  const line = progressLine(process.stdout, step.title);
  try {
    const context = { root, signal: ending.signal, progress: line.show };
    const outcome = await step.run(context);
    line.end();
    process.stdout.write(stepReport(step.title, outcome, (Date.now() - startedAt) / 1000));
    return outcome;
  } finally {
    line.end();
  }
}
