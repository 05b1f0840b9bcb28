import { hash } from 'node:crypto';
import type { z } from 'zod';
import { invalidInput } from '../errors/index.ts';

const VERSION = 1;
const LENGTH_MAX = 1024;
const CHECK_LENGTH = 6;

/**
 * Packs a position in a list into an opaque text for the client to bring back. `sort` names the order (and whatever else
 * the position is only meaningful for); a cursor of one order is refused by another.
 */
export function encodeCursor(sort: string, position: unknown): string {
  const text = JSON.stringify([VERSION, sort, position]);
  return Buffer.from(checksum(text) + text).toString('base64url');
}

/**
 * Unpacks what `encodeCursor` made for the same `sort`; `position` is its contract. Throws `invalid_input` for anything
 * else: cut short, altered, of another list or of an older version. The checksum finds accidents, it is no signature: a
 * position grants nothing.
 */
export function decodeCursor<T>(cursor: string, sort: string, position: z.ZodType<T>): T {
  const decoded = cursor.length <= LENGTH_MAX ? Buffer.from(cursor, 'base64url').toString() : '';
  const text = decoded.slice(CHECK_LENGTH);
  if (text === '' || checksum(text) !== decoded.slice(0, CHECK_LENGTH)) throw unusable('is damaged');
  const [version, madeFor, value] = JSON.parse(text) as [unknown, unknown, unknown];
  if (version !== VERSION) throw unusable('is of an older version');
  if (madeFor !== sort) throw unusable('belongs to another order of the list');
  const parsed = position.safeParse(value);
  if (!parsed.success) throw unusable('is damaged');
  return parsed.data;
}

function checksum(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, CHECK_LENGTH);
}

function unusable(why: string): Error {
  const message = `${why}; leave it out to start from the first page`;
  return invalidInput(`The cursor ${message}.`, [{ path: 'cursor', message }]);
}
