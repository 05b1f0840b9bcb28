import type { Db } from '@seaworthy/platform/postgres';
import { drawnPoster, type PosterOf } from '../posters/index.ts';
import type { ExternalIds, TitleCard } from './contract.ts';
import { providerByName } from './providers.ts';
import type { CardRow } from './tables.ts';

/** What reading cards needs. */
export interface CardDeps {
  readonly db: Db<unknown>;
  /** A server remembers posters; without it each is chosen anew. */
  readonly posterOf?: PosterOf;
}

/** Turns a row into the card that lists, search and relations share. */
export function toCard({ posterOf = drawnPoster }: CardDeps, row: CardRow): TitleCard {
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
    episodeDurationMin: row.episode_duration_s === null ? null : Math.round(row.episode_duration_s / 60),
    score: row.score,
    popularity: row.popularity,
    isAdult: row.is_adult,
    isDemo: row.is_demo,
    poster: posterOf({
      id: row.id,
      slug: row.slug,
      genres: row.genres.map((genre) => genre.slug),
      kind: row.kind,
      year: row.year,
      version: row.version,
    }),
    genres: [...row.genres],
    externalIds: toExternalIds(row.external_ids),
  };
}

function toExternalIds(stored: Readonly<Record<string, string>>): ExternalIds {
  const ids: Record<string, string | number> = {};
  for (const provider in stored) {
    const id = stored[provider] ?? '';
    ids[provider] = providerByName(provider)?.idType === 'number' ? Number(id) : id;
  }
  return ids;
}
