import { expect, test } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.ts';

const position = z.tuple([z.number().nullable(), z.string()]);

test('a cursor brings the position back, also one with null and other scripts', () => {
  const cursor = encodeCursor('score', [null, 'тайтл-鬼']);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeCursor(cursor, 'score', position)).toEqual([null, 'тайтл-鬼']);
});

test('a cursor of another order, a damaged one and nonsense are invalid_input with what to do', () => {
  const cursor = encodeCursor('score', [8.1, 'abc']);
  const wrong = [
    () => decodeCursor(cursor, 'title', position),
    () => decodeCursor(encodeCursor('score', ['x', 'y', 'z']), 'score', position),
    () => decodeCursor('', 'score', position),
    () => decodeCursor('x'.repeat(5000), 'score', position),
    ...Array.from(
      { length: cursor.length },
      (_, at) => () => decodeCursor(cursor.slice(0, at), 'score', position),
    ),
    ...Array.from({ length: cursor.length - 1 }, (_, at) => {
      const other = cursor[at] === 'A' ? 'Q' : 'A';
      return () => decodeCursor(cursor.slice(0, at) + other + cursor.slice(at + 1), 'score', position);
    }),
  ];
  for (const decode of wrong) {
    expect(decode).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        message: expect.stringMatching(/^The cursor .*leave it out to start from the first page\.$/),
        details: [expect.objectContaining({ path: 'cursor' })],
      }),
    );
  }
});
