import { CompiledQuery } from 'kysely';
import { AppError } from '../errors/index.ts';
import type { AnyDb } from './database.ts';

/**
 * What a search over names in every script needs from a database: letters beyond ASCII are letters. pg_trgm takes
 * its words by the database's ctype, just as `\w` and `lower()` do, so the check also works before pg_trgm exists.
 */
const PROBE = `
  select d.encoding, d.locale, d.ctype,
    lower('АТАКА') = 'атака' and lower('ÉTÉ') = 'été' as lowers,
    '進撃' ~ '^\\w+$' and 'атака' ~ '^\\w+$' as knows_letters,
    (select p.oid from pg_extension e
       join pg_depend x on x.refobjid = e.oid and x.deptype = 'e'
       join pg_proc p on p.oid = x.objid and p.proname = 'show_trgm'
     where e.extname = 'pg_trgm')::regprocedure::text as show_trgm
  from (select pg_encoding_to_char(encoding) as encoding, datcollate as locale, datctype as ctype
        from pg_database where datname = current_database()) d`;

interface Probe {
  readonly encoding: string;
  readonly locale: string;
  readonly ctype: string;
  readonly lowers: boolean;
  readonly knows_letters: boolean;
  readonly show_trgm: string | null;
}

/**
 * Makes sure that the database can search Cyrillic and Japanese names: with locale C it holds them well, and finds
 * nothing in them. To be called at every start, whoever made the database.
 *
 * @throws AppError `unavailable`, with a sentence that says how to make a usable database.
 */
export async function assertUsableLocale(db: AnyDb): Promise<void> {
  const probe = (await db.executeQuery<Probe>(CompiledQuery.raw(PROBE))).rows[0];
  if (probe === undefined) throw new Error('The database did not answer the question for its locale.');
  const usable =
    probe.encoding === 'UTF8' && probe.lowers && probe.knows_letters && (await trigramsFound(db, probe));
  if (usable) return;
  throw new AppError(
    'unavailable',
    `This database cannot search Cyrillic or Japanese text: its encoding is ${probe.encoding}, its locale ${probe.locale} (character type ${probe.ctype}). Make a new one and restore the data into it: CREATE DATABASE name ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8' TEMPLATE template0.`,
  );
}

async function trigramsFound(db: AnyDb, probe: Probe): Promise<boolean> {
  if (probe.show_trgm === null) return true;
  // The extension may live in any schema; regprocedure prints the name as this session has to write it.
  const call = probe.show_trgm.replace(/\(.*\)$/, '');
  const text = `select cardinality(${call}('進撃')) as kanji, cardinality(${call}('атака')) as cyrillic`;
  const found = (await db.executeQuery<{ kanji: number; cyrillic: number }>(CompiledQuery.raw(text))).rows[0];
  return found !== undefined && found.kanji > 0 && found.cyrillic > 0;
}
