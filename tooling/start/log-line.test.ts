import { expect, test } from 'vitest';
import { readableLine, shownLine } from './log-line.ts';

test('warnings and errors of the logger are shown as their message with its cause, the rest is not', () => {
  const warning = '{"level":"warn","msg":"pool is full","err":{"message":"waited 2000 ms"}}';
  expect(shownLine(warning, 'stdout')).toEqual({ level: 'warn', text: 'pool is full (waited 2000 ms)' });
  expect(shownLine('{"level":"error","msg":"lost"}', 'stdout')).toEqual({ level: 'error', text: 'lost' });
  expect(shownLine('{"level":"info","msg":"listening"}', 'stdout')).toBeUndefined();
});

test('what is not JSON is shown from stderr only', () => {
  expect(shownLine('TypeError: x', 'stderr')).toEqual({ level: 'warn', text: 'TypeError: x' });
  expect(shownLine('▲ Next.js', 'stdout')).toBeUndefined();
  expect(shownLine('', 'stderr')).toBeUndefined();
});

test('nothing logged can move the cursor or fill the screen', () => {
  expect(readableLine('\u001b[2Jcleared')).toBe('[2Jcleared');
  expect(readableLine('x'.repeat(10_000)).length).toBe(301);
});
