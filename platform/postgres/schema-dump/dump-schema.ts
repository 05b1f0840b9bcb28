import { CompiledQuery, sql } from 'kysely';
import type { AnyDb, Db } from '../database.ts';
import { inTransaction } from '../in-transaction.ts';
import { COMMENTS } from './comment-queries.ts';
import { DEFAULT_GRANTS, GRANTS, OWNERS } from './grant-queries.ts';
import { EXTENSIONS, FUNCTIONS, SCHEMAS, SEQUENCES, TYPES, VIEWS } from './object-queries.ts';
import { CONSTRAINTS, INDEXES, POLICIES, RULES, STATISTICS, TABLES, TRIGGERS } from './table-queries.ts';

/** The parts of a dump in their order: title and the query that yields its statements. */
const PARTS: readonly (readonly [title: string, query: string])[] = [
  ['Schemas', SCHEMAS],
  ['Extensions', EXTENSIONS],
  ['Types', TYPES],
  ['Sequences', SEQUENCES],
  ['Functions', FUNCTIONS],
  ['Tables', TABLES],
  ['Constraints', CONSTRAINTS],
  ['Indexes', INDEXES],
  ['Statistics', STATISTICS],
  ['Views', VIEWS],
  ['Rules', RULES],
  ['Triggers', TRIGGERS],
  ['Row security', POLICIES],
  ['Comments', COMMENTS],
  ['Owners', OWNERS],
  ['Grants', GRANTS],
  ['Default grants', DEFAULT_GRANTS],
];

/**
 * The whole schema of a database as SQL text: what the migrations added up to, to be read and to be compared. Two
 * databases with the same schema give the same text whatever they hold and whenever their objects were made; every
 * change of a schema changes it. It is no backup, and the rows of no table are in it.
 *
 * Grants to `appRole` are written as grants to `app`, so that installations with different role names compare equal.
 */
export async function dumpSchema(
  db: Db<unknown>,
  options: { readonly appRole?: string } = {},
): Promise<string> {
  return inTransaction(db, async (tx) => {
    // With an empty path the catalogue functions write every name with its schema. The caller's own path is put back:
    // the transaction may be the caller's.
    const { rows } = await sql<{ path: string }>`
      select current_setting('search_path') as path, set_config('search_path', '', true)`.execute(tx);
    const parts: string[] = [];
    for (const [title, query] of PARTS) {
      const statements = await statementsOf(tx, query, options.appRole ?? '');
      if (statements.length > 0) parts.push(`-- ${title}\n\n${statements.join('\n')}\n`);
    }
    await sql`select set_config('search_path', ${rows[0]?.path ?? ''}, true)`.execute(tx);
    return parts.join('\n');
  });
}

async function statementsOf(tx: AnyDb, query: string, appRole: string): Promise<string[]> {
  const values = query.includes('$1') ? [appRole] : [];
  const { rows } = await tx.executeQuery<{ statement: string }>(CompiledQuery.raw(query, values));
  return rows.map((row) => row.statement);
}
