import { expect, test } from 'vitest';
import { movableClock } from './index.ts';

test('the clock stands still until it is moved, forward by a time or to a moment', () => {
  const clock = movableClock('2024-04-01T09:00:00Z');
  const before = clock.now();
  expect(clock.now()).toEqual(before);
  clock.advance(90_000);
  expect(clock.now()).toEqual(new Date('2024-04-01T09:01:30Z'));
  clock.set('2023-01-01T00:00:00Z');
  expect(clock.now()).toEqual(new Date('2023-01-01T00:00:00Z'));
  expect(before).toEqual(new Date('2024-04-01T09:00:00Z'));
});

test('what is no moment is refused instead of becoming an invalid date', () => {
  expect(() => movableClock('yesterday')).toThrow(/Not a point in time: yesterday/);
});
