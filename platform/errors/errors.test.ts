import { expect, test } from 'vitest';
import * as errors from './index.ts';

test('each kind of failure has its own code, and together they are all codes there are', () => {
  const made = [
    errors.invalidInput('x', [{ path: 'filter.year', message: 'must be a year' }]),
    errors.unauthenticated(),
    errors.forbidden('x'),
    errors.notFound('x'),
    errors.conflict('x', { version: 2 }),
    errors.payloadTooLarge('x'),
    errors.tooManyRequests('x', 30),
    errors.unavailable('x'),
    errors.timedOut('x'),
    errors.internal(new Error('x')),
  ];
  expect(made.map((error) => error.code)).toEqual([...errors.ERROR_CODES]);
});

test('what is public never holds the cause', () => {
  const cause = new Error('password=hunter2');
  for (const error of [errors.internal(cause), errors.unavailable('Try later.', { cause })]) {
    expect(error.cause).toBe(cause);
    expect(JSON.stringify([error.message, error.details, error])).not.toContain('hunter2');
  }
});

test('details and the time to try again are carried, and undefined when not given', () => {
  expect(errors.conflict('x', { version: 2 }).details).toEqual({ version: 2 });
  expect(errors.tooManyRequests('x', 30).retryAfterS).toBe(30);
  expect(errors.unavailable('x', { retryAfterS: 5 }).retryAfterS).toBe(5);
  expect([errors.notFound('x').details, errors.notFound('x').retryAfterS]).toEqual([undefined, undefined]);
});

test('an error of ours is told apart from others, by code when one is given', () => {
  expect(errors.isAppError(errors.notFound('x'))).toBe(true);
  expect(errors.isAppError(errors.notFound('x'), 'not_found')).toBe(true);
  expect(errors.isAppError(errors.notFound('x'), 'conflict')).toBe(false);
  expect(errors.isAppError(new Error('x'))).toBe(false);
});
