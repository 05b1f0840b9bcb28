import { expect, test } from 'vitest';
import { createBackoff } from './backoff.ts';

test('each crash within a minute doubles the pause, the sixth is the last', () => {
  const backoff = createBackoff();
  const pauses = [0, 1, 2, 3, 4, 5].map((second) => backoff.after(second * 1_000));
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, undefined]);
});

test('crashes older than a minute are forgotten', () => {
  const backoff = createBackoff();
  for (let second = 0; second < 5; second += 1) backoff.after(second * 1_000);
  expect(backoff.after(100_000)).toBe(250);
});
