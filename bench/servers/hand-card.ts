/** The colours and address of a poster, as they stand in a body. */
export interface Poster {
  readonly url: string;
  readonly background: string;
  readonly accent: string;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: number };

/** The one id that is not a number. */
const TEXT_ID = 'animeplanet';

/** A row as the card of the API, written out by hand. Posters are looked up: how they are chosen is not measured. */
export function handCard(row: Row, posters: ReadonlyMap<number, Poster>): Record<string, unknown> {
  const ids: Record<string, unknown> = {};
  const stored = (row.external_ids ?? {}) as Record<string, string>;
  for (const provider of Object.keys(stored)) {
    ids[provider] = provider === TEXT_ID ? stored[provider] : Number(stored[provider]);
  }
  return {
    id: row.id,
    slug: row.slug,
    title: row.main_title,
    titles: {
      romaji: row.romaji_title,
      english: row.english_title,
      japanese: row.japanese_title,
      russian: row.russian_title,
    },
    kind: row.kind,
    status: row.status,
    season: row.season,
    year: row.year,
    episodeCount: row.episode_count,
    episodeDurationMin:
      row.episode_duration_s === null ? null : Math.round(Number(row.episode_duration_s) / 60),
    score: row.score,
    popularity: row.popularity,
    isAdult: row.is_adult,
    isDemo: row.is_demo,
    poster: posters.get(row.id),
    genres: row.genres ?? [],
    externalIds: ids,
  };
}
