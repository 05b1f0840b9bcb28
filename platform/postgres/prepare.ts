import { createHash } from 'node:crypto';
import type { AnyDb } from './database.ts';
import { namedQuery } from './driver.ts';
import { isStalePlan } from './failures.ts';

/** PostgreSQL cuts identifiers at 63 bytes; the hash takes 9 of them. */
const NAME_MAX = 54;
/** One more than a pool is likely to hold: after a migration each of its connections may have an outdated plan. */
const STALE_PLANS_MAX = 16;

/**
 * Declares a hot statement: parsed and planned once a connection, then run by name (a built query costs a fifth to
 * a quarter more). The returned function runs it on whatever handle it is given, pool or transaction.
 *
 * The text's hash is part of the server-side name, so two versions of a statement never meet under one name.
 */
export function prepare<Row>(
  name: string,
  text: string,
): (db: AnyDb, values: readonly unknown[]) => Promise<Row[]> {
  if (!/^[a-z][a-z0-9_.-]*$/.test(name) || name.length > NAME_MAX) {
    throw new Error(`A statement is named in lower case, in at most ${NAME_MAX} characters: ${name}`);
  }
  const statementName = `${name}_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  return async (db, values) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await db.executeQuery<Row>(namedQuery<Row>(statementName, text, values));
        return result.rows;
      } catch (error) {
        // A migration changed a result column while this process ran. The driver has dropped the connection; inside
        // of a transaction the whole transaction has to be run again, which inTransaction does.
        if (db.isTransaction || !isStalePlan(error) || attempt === STALE_PLANS_MAX) throw error;
      }
    }
  };
}
