import type { Db } from '@seaworthy/platform/postgres';
import { sql } from 'kysely';

const TABLES = [
  'titles',
  'title_names',
  'title_descriptions',
  'title_external_ids',
  'title_relations',
  'title_sources',
  'genres',
  'title_genres',
  'studios',
  'title_studios',
  'franchises',
] as const;

/**
 * Everything the catalogue holds, row by row, with the transaction that last wrote each row: equal only when nothing
 * at all was written in between. What imports note about themselves is left out.
 */
export async function exactState(db: Db<unknown>): Promise<Record<string, readonly string[]>> {
  const state: Record<string, readonly string[]> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ line: string }>`
      select concat(xmin, ' ', t::text) as line from ${sql.table(table)} t order by t::text`.execute(db);
    state[table] = rows.map((row) => row.line);
  }
  return state;
}

/** What the catalogue says of each title, by slug, free of what depends on how often and in what order it was written. */
export async function contents(db: Db<unknown>): Promise<Record<string, TitleContents>> {
  const { rows } = await sql<TitleContents & { slug: string }>`
    select t.slug, to_jsonb(t) - array['id', 'slug', 'version', 'created_at', 'updated_at', 'franchise_id'] as fields,
      (select slug from franchises f where f.id = t.franchise_id) as franchise,
      (select jsonb_object_agg(n.name, jsonb_build_object('kind', n.kind, 'language', n.language, 'source', n.source,
        'normalised', n.normalised)) from title_names n where n.title_id = t.id) as names,
      (select jsonb_object_agg(x.provider || ':' || x.external_id, x.source) from title_external_ids x
        where x.title_id = t.id) as ids,
      (select jsonb_agg(g.slug order by g.slug) from title_genres tg join genres g on g.id = tg.genre_id
        where tg.title_id = t.id) as genres,
      (select jsonb_agg(s.slug || ' ' || ts.role order by s.slug, ts.role) from title_studios ts
        join studios s on s.id = ts.studio_id where ts.title_id = t.id) as studios,
      (select jsonb_agg(r.provider || ':' || r.external_id || ' ' || r.kind order by r.provider, r.external_id)
        from title_relations r where r.title_id = t.id) as relations,
      (select jsonb_object_agg(d.language, d.body) from title_descriptions d where d.title_id = t.id) as descriptions,
      (select jsonb_object_agg(s.source, s.payload_hash) from title_sources s where s.title_id = t.id) as payloads
    from titles t`.execute(db);
  return Object.fromEntries(rows.map(({ slug, ...rest }) => [slug, rest]));
}

/** One title's part of {@link contents}; a set that is empty is null. */
export interface TitleContents {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly franchise: string | null;
  readonly names: Readonly<
    Record<string, { kind: string; language: string | null; source: string; normalised: string }>
  > | null;
  readonly ids: Readonly<Record<string, string>> | null;
  readonly genres: readonly string[] | null;
  readonly studios: readonly string[] | null;
  readonly relations: readonly string[] | null;
  readonly descriptions: Readonly<Record<string, string>> | null;
  readonly payloads: Readonly<Record<string, string>> | null;
}
