import { join } from 'node:path';
import type { ReportedTest } from './count-reporter.ts';
import { runCommand } from './run-command.ts';
import type { Outcome, StepContext } from './step.ts';

/** Runs vitest with a configuration of the repository and counts each test. */
export async function runVitest(
  context: StepContext,
  config: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const tests: ReportedTest[] = [];
  const { ok, output } = await runCommand(context, {
    file: join(context.root, 'node_modules/.bin/node'),
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      `--config=${config}`,
      '--reporter=default',
      '--reporter=./tooling/test/count-reporter.ts',
    ],
    env,
    onReport(line) {
      tests.push(JSON.parse(line));
      context.progress(`${tests.length} tests, ${count(tests, 'failed')} failed`);
    },
  });
  const failed = count(tests, 'failed');
  return {
    passed: count(tests, 'passed'),
    // vitest also fails for what no test owns: an unhandled rejection, a broken set-up, no test at all.
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: tests.filter(({ state }) => state === 'skipped').map(({ name }) => name),
    output,
  };
}

function count(tests: readonly ReportedTest[], state: ReportedTest['state']): number {
  return tests.filter((test) => test.state === state).length;
}
