import { CompiledQuery } from 'kysely';
import { AppError } from '../errors/index.ts';
import type { AnyDb } from './database.ts';

/** A kind of process and the connections each of them may open. */
export interface ProcessBudget {
  readonly name: string;
  readonly count: number;
  /** Pool plus dedicated connections (a listener is one) of one process. */
  readonly poolMax: number;
}

/** What was counted, for `doctor` and the log. */
export interface ConnectionBudget {
  readonly needed: number;
  readonly available: number;
}

/**
 * Checks that every pool can be full at once without the server refusing anybody.
 *
 * `reserve` is kept free for people and their tools. Connections the server holds back for administrators do not
 * count as available.
 *
 * @throws AppError `unavailable` with the sum and the three ways out of it.
 */
export async function checkConnectionBudget(
  db: AnyDb,
  budget: { readonly processes: readonly ProcessBudget[]; readonly reserve: number },
): Promise<ConnectionBudget> {
  const { rows } = await db.executeQuery<{ available: number }>(
    CompiledQuery.raw(
      `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
         - coalesce(current_setting('reserved_connections', true)::int, 0) as available`,
    ),
  );
  const available = rows[0]?.available ?? 0;
  const pools = budget.processes.reduce((sum, process) => sum + process.count * process.poolMax, 0);
  const needed = pools + budget.reserve;
  if (needed <= available) return { needed, available };
  const parts = budget.processes.map((process) => `${process.count} ${process.name} x ${process.poolMax}`);
  throw new AppError(
    'unavailable',
    `The processes may open ${needed} database connections (${[...parts, `${budget.reserve} in reserve`].join(' + ')}), and the server allows ${available}. Start fewer processes, make their pools smaller, or raise max_connections.`,
  );
}
