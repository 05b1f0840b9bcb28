import { isAppError } from '@seaworthy/platform/errors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './index.ts';

const point = z.strictObject({ key: z.union([z.string(), z.number()]), id: z.int() });

describe('a cursor', () => {
  test('comes back as it was given, to the last bit of a number', () => {
    const key = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(key, fc.integer(), (value, id) => {
        const original = { key: Object.is(value, -0) ? 0 : value, id };
        expect(decodeCursor(encodeCursor('popularity', original), 'popularity', point)).toEqual(original);
      }),
    );
  });

  test.each([
    ['another order', encodeCursor('score', { key: 1, id: 2 })],
    ['no cursor at all', 'abc'],
    ['nothing', ''],
    ['a point of another shape', encodeCursor('popularity', { key: 1, id: 'x' })],
    ['JSON that is no list', Buffer.from('{"a":1}').toString('base64url')],
  ])('%s is refused as invalid input', (_what, cursor) => {
    let error: unknown;
    try {
      decodeCursor(cursor, 'popularity', point);
    } catch (caught) {
      error = caught;
    }
    expect(isAppError(error, 'invalid_input')).toBe(true);
  });
});
