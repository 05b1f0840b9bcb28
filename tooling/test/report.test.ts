import { describe, expect, it } from 'vitest';
import { closingReport, exitCode, stepReport } from './report.ts';

const green = { passed: 3, failed: 0, skipped: [], output: 'much that nobody needs' };
const red = { passed: 1, failed: 2, skipped: [], output: 'why' };
const partly = { passed: 0, failed: 0, skipped: ['a: no browser', 'b'], output: 'NOT RUN' };

describe('the report', () => {
  it('ends with the counts alone on the last line, after a line of what was not run', () => {
    expect(closingReport([green, red, partly])).toBe('2 skipped (a: no browser; b)\n4 passed, 2 failed\n');
    expect(closingReport([green])).toBe('3 passed, 0 failed\n');
  });

  it('is a failure when a single test failed', () => {
    expect(exitCode([green, red])).toBe(1);
    expect(exitCode([green, partly])).toBe(0);
  });

  it('shows what a step printed only when something failed or was not run', () => {
    expect(stepReport('Lint', green, 1.25)).toBe('✓ Lint: 3 passed, 1.3 s\n');
    expect(stepReport('Lint', red, 1)).toContain('2 of 3 failed, 1.0 s\n\n    why\n');
    expect(stepReport('Journeys', partly, 1)).toContain('not run\n\n    NOT RUN\n');
  });
});
