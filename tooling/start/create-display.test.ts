import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { createDisplay } from './create-display.ts';
import { StopRequested } from './failure.ts';

afterEach(() => vi.useRealTimers());

function record(isTTY: boolean, env: Readonly<Record<string, string>> = {}) {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  const written: string[] = [];
  const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0;
  const display = createDisplay({ write, isTTY, columns: 60 }, env);
  return { display, text: () => written.join('') };
}

test('away from a terminal a step is a line when it begins and a line with its time when it ends', () => {
  const { display, text } = record(false);
  const step = display.step('Database');
  step.doing('starting');
  vi.advanceTimersByTime(1_200);
  step.done('runs');
  display.step('Pages').failed(new Error('no'));
  display.step('API').failed(new StopRequested());
  const [begun, runs, ...rest] = text().trim().split('\n');
  expect([begun, runs]).toEqual(['Database …', 'Database: runs (1.2 s)']);
  expect(rest).toEqual(['Pages …', 'Pages: failed (0.0 s)', 'API …', 'API: given up (0.0 s)']);
});

test('on a terminal the rows of running steps are redrawn in place and stay when all have ended', () => {
  const { display, text } = record(true, { NO_COLOR: '1' });
  const database = display.step('Database');
  const pages = display.step('Pages');
  vi.advanceTimersByTime(2_000);
  display.warn('watch out');
  database.done('runs');
  pages.done('built');
  const last = text().slice(text().lastIndexOf('\u001b[2A'));
  expect(last).toContain('✓ Database         runs  2.0 s');
  expect(last).toContain('✓ Pages            built  2.0 s');
  const length = text().length;
  vi.advanceTimersByTime(2_000);
  display.line('after');
  display.line('');
  expect(text().slice(length)).toBe('\r\u001b[Jafter\n\r\u001b[J\n');
});

test('a bar shows the measure, and a row never gets longer than the terminal is wide', () => {
  const { display, text } = record(true, { NO_COLOR: '1' });
  const step = display.step('API');
  step.progress(1, 2);
  step.doing('x'.repeat(200));
  vi.advanceTimersByTime(100);
  expect(text()).toContain('██████████░░░░░░░░░░ 1/2');
  for (const row of text().split('\n')) expect(stripVTControlCharacters(row).length).toBeLessThan(61);
  display.settle();
});
