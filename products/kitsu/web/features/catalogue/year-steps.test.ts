import { expect, test } from 'vitest';
import { yearSteps } from './year-steps.ts';

const NOW = new Date('2026-11-21T00:00:00Z');

test('years stand without a gap from 1960 to the next one, the early ones together, wherever titles are', () => {
  const steps = yearSteps(
    [
      { value: 2001, count: 7 },
      { value: 1950, count: 2 },
      { value: 1917, count: 1 },
    ],
    NOW,
  );
  expect(steps[0]).toMatchObject({ to: 1959, count: 3 });
  expect(steps.slice(1).map(({ from }) => from)).toEqual(
    Array.from({ length: 68 }, (_, index) => 1960 + index),
  );
  expect(steps.find(({ from }) => from === 2001)).toEqual({ from: 2001, to: 2001, count: 7 });
  expect(yearSteps([], NOW)).toHaveLength(steps.length);
});

test('a title announced for later lengthens the years', () => {
  expect(yearSteps([{ value: 2031, count: 1 }], NOW).at(-1)).toEqual({ from: 2031, to: 2031, count: 1 });
});
