import { invalidInput } from '@seaworthy/platform/errors';
import type { z } from 'zod';

const CURSOR_VERSION = 1;

/** Makes the opaque text that names the point after which the next page of a list begins, for that order only. */
export function encodeCursor(order: string, point: unknown): string {
  return Buffer.from(JSON.stringify([CURSOR_VERSION, order, point])).toString('base64url');
}

/**
 * Reads a cursor that {@link encodeCursor} made for the same order.
 *
 * @throws AppError `invalid_input` when it was changed, cut, or belongs to another order.
 */
export function decodeCursor<Point>(order: string, cursor: string, schema: z.ZodType<Point>): Point {
  const [version, ofOrder, point] = parse(cursor);
  const read = schema.safeParse(point);
  if (version !== CURSOR_VERSION || ofOrder !== order || !read.success) {
    throw invalidInput('This page marker does not belong to this list. Start again from the first page.', [
      { path: 'cursor', message: 'is not a marker that this list gave out' },
    ]);
  }
  return read.data;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
