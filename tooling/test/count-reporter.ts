import { writeSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** One line of the report: a test that ended, or a file that could not be run. */
export interface ReportedTest {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
}

/** A vitest reporter that writes each ended test as a line of JSON to file descriptor 3, for the runner to count. */
export default class CountReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state !== 'pending') report({ name: `${test.module.relativeModuleId}: ${test.fullName}`, state });
  }

  onTestModuleEnd(module: TestModule): void {
    // A file that fails outside of its tests (an import, a hook) has errors of its own and perhaps no test.
    const broken = [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0);
    for (const _ of broken) report({ name: module.relativeModuleId, state: 'failed' });
  }
}

function report(test: ReportedTest): void {
  writeSync(3, `${JSON.stringify(test)}\n`);
}
