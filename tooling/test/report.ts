import type { Outcome } from './step.ts';

/** What is said of a step when it has ended: one line, and what it printed when something failed or was not run at all. */
export function stepReport(title: string, outcome: Outcome, seconds: number): string {
  const { passed, failed, skipped, output } = outcome;
  const time = `${seconds.toFixed(1)} s`;
  if (failed > 0)
    return `✗ ${title}: ${failed} of ${passed + failed} failed, ${time}\n\n${indent(output)}\n\n`;
  const notRun = skipped.length > 0 ? `, ${skipped.length} not run` : '';
  if (passed > 0) return `✓ ${title}: ${passed} passed${notRun}, ${time}\n`;
  return notRun === '' ? `– ${title}: nothing to run\n` : `– ${title}: not run\n\n${indent(output)}\n\n`;
}

/** The end of a run: what was not run, if anything, and on the last line the two counts that people and programs look for. */
export function closingReport(outcomes: readonly Outcome[]): string {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const notRun = skipped.length > 0 ? `${skipped.length} skipped (${skipped.join('; ')})\n` : '';
  return `${notRun}${count(outcomes, 'passed')} passed, ${count(outcomes, 'failed')} failed\n`;
}

/** 0 when nothing failed. */
export function exitCode(outcomes: readonly Outcome[]): number {
  return count(outcomes, 'failed') === 0 ? 0 : 1;
}

function count(outcomes: readonly Outcome[], what: 'passed' | 'failed'): number {
  return outcomes.reduce((total, outcome) => total + outcome[what], 0);
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^(?=.)/gm, '    ');
}
