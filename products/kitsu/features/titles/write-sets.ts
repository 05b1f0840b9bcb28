import type { Db } from '@seaworthy/platform/postgres';
import { ensureGenres } from '../genres/index.ts';
import { normaliseName } from '../names/index.ts';
import { ensureStudios } from '../studios/index.ts';
import { TITLE_SETS, type TitleSet } from './merge-record.ts';
import { firstOfEachName } from './person-names.ts';
import { PERSON } from './provenance.ts';
import {
  addExternalIds,
  addNames,
  type NameRow,
  replaceGenres,
  replaceNames,
  replaceRelations,
  replaceStudios,
  settleMainNames,
  writeDescriptions,
} from './set-queries.ts';
import type { SourceRecord } from './source-record.ts';

/** A title whose sets are to be written: which of them, and the record that states them. */
export interface SetWrite {
  readonly titleId: number;
  readonly record: SourceRecord;
  readonly sets: readonly TitleSet[];
  /** Names that a person entered: they stay whatever names the record states. */
  readonly personNames?: readonly NameRow[];
}

/** Writes the sets (names, genres, ...) that hang on titles, one or two statements for each kind of set however many titles. */
export async function writeSets(db: Db<unknown>, writes: readonly SetWrite[], source: string): Promise<void> {
  await addExternalIds(
    db,
    writes.flatMap((write) => write.record.externalIds.map((id) => ({ title_id: write.titleId, ...id }))),
    source,
  );
  for (const set of TITLE_SETS) {
    const having = writes.filter((write) => write.sets.includes(set));
    if (having.length > 0) await WRITERS[set](db, having, source);
  }
}

type SetWriter = (db: Db<unknown>, writes: readonly SetWrite[], source: string) => Promise<void>;

const WRITERS: Readonly<Record<TitleSet, SetWriter>> = {
  names: async (db, writes, source) => {
    const titleIds = writes.map((write) => write.titleId);
    const rows = rowsOf(writes, ({ names = [] }) =>
      firstOfEachName(names).flatMap(({ name, kind, language }) => {
        const { words, compact } = normaliseName(name);
        return compact === '' ? [] : [{ name, kind, language, normalised: words, compact }];
      }),
    );
    await replaceNames(db, titleIds, rows, source);
    await addNames(
      db,
      writes.flatMap((write) => write.personNames ?? []),
      PERSON,
    );
    await settleMainNames(db, titleIds);
  },
  descriptions: (db, writes, source) =>
    writeDescriptions(
      db,
      rowsOf(writes, ({ descriptions = {} }) =>
        Object.entries(descriptions).map(([language, body]) => ({ language, body })),
      ),
      source,
    ),
  genres: async (db, writes) => {
    const ids = await ensureGenres(db, new Set(writes.flatMap((write) => write.record.genres ?? [])));
    const rows = rowsOf(writes, ({ genres = [] }) =>
      genres.flatMap((word) => {
        const id = ids.get(word);
        return id === undefined ? [] : [{ genre_id: id }];
      }),
    );
    await replaceGenres(
      db,
      writes.map((write) => write.titleId),
      rows,
    );
  },
  studios: async (db, writes) => {
    const names = writes.flatMap((write) => (write.record.studios ?? []).map((studio) => studio.name));
    const ids = await ensureStudios(db, new Set(names));
    const rows = rowsOf(writes, ({ studios = [] }) =>
      studios.flatMap(({ name, role }) => {
        const id = ids.get(name);
        return id === undefined ? [] : [{ studio_id: id, role }];
      }),
    );
    await replaceStudios(
      db,
      writes.map((write) => write.titleId),
      rows,
    );
  },
  relations: (db, writes, source) =>
    replaceRelations(
      db,
      writes.map((write) => write.titleId),
      rowsOf(writes, ({ relations = [] }) => relations),
      source,
    ),
};

function rowsOf<Row>(
  writes: readonly SetWrite[],
  rows: (record: SourceRecord) => readonly Row[],
): (Row & { title_id: number })[] {
  return writes.flatMap(({ titleId, record }) => rows(record).map((row) => ({ title_id: titleId, ...row })));
}
