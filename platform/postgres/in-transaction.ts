import { setTimeout as sleep } from 'node:timers/promises';
import { type IsolationLevel, sql } from 'kysely';
import type { Db } from './database.ts';
import { isSerializationFailure, isStalePlan } from './failures.ts';

/** How a transaction runs. */
export interface TransactionOptions {
  /** Default `read committed`; `serializable` for an invariant that no constraint can state. */
  readonly isolation?: 'read committed' | 'serializable';
}

const ATTEMPTS_MAX = 5;
const BACKOFF_BASE_MS = 8;

/**
 * Runs `fn` in a transaction: all of it is committed or nothing. Given an open transaction it joins that one, so
 * use cases can call each other. When another session won (a deadlock, a serialization failure) the whole of `fn`
 * runs again, at most five times with growing random pauses; so `fn` has no effect outside of the database.
 *
 * @throws whatever `fn` throws, after the rollback; the serialization failure itself when five attempts all lost.
 */
export async function inTransaction<Tables, Result>(
  db: Db<Tables>,
  fn: (tx: Db<Tables>) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const isolation: IsolationLevel = options.isolation ?? 'read committed';
  if (db.isTransaction) {
    if (isolation === 'serializable') await refuseWeakerTransaction(db);
    return fn(db);
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel(isolation).execute(fn);
    } catch (error) {
      const again = isSerializationFailure(error) || isStalePlan(error);
      if (!again || attempt === ATTEMPTS_MAX) throw error;
      await sleep(Math.random() * BACKOFF_BASE_MS * 2 ** attempt);
    }
  }
}

/** Joining must not quietly weaken a promise: whoever needs SERIALIZABLE has to be inside of a serializable one. */
async function refuseWeakerTransaction<Tables>(tx: Db<Tables>): Promise<void> {
  const { rows } = await sql<{
    level: string;
  }>`select current_setting('transaction_isolation') as level`.execute(tx);
  if (rows[0]?.level === 'serializable') return;
  throw new Error(
    `A serializable step was called inside of a ${rows[0]?.level} transaction: open the outer one serializable as well.`,
  );
}
