import { languageByScript } from '../names/index.ts';
import type { SourceName, SourceRecord } from '../titles/index.ts';
import type { DemoTitle } from './demo-title.ts';

/** Demo titles name each other by key, so the key counts as an external id of a provider of its own. */
const DEMO_PROVIDER = 'demo';

/** A demo title in the terms in which the catalogue takes what sources say. */
export function toSourceRecord(title: DemoTitle): SourceRecord {
  const { names } = title;
  return {
    fields: {
      main_title: names.romaji,
      romaji_title: names.romaji,
      english_title: names.english ?? null,
      japanese_title: names.japanese ?? null,
      russian_title: names.russian ?? null,
      kind: title.kind,
      status: title.status,
      season: title.season,
      year: title.year,
      ...(title.startDate && { start_date: title.startDate }),
      ...(title.endDate && { end_date: title.endDate }),
      ...(title.episodes && { episode_count: title.episodes }),
      ...(title.durationMinutes && { episode_duration_s: title.durationMinutes * 60 }),
      ...(title.rating && { age_rating: title.rating }),
      is_adult: false,
    },
    externalIds: [
      ...(title.malId ? [{ provider: 'mal', externalId: String(title.malId) }] : []),
      ...(title.anilistId ? [{ provider: 'anilist', externalId: String(title.anilistId) }] : []),
      { provider: DEMO_PROVIDER, externalId: title.key },
    ],
    slug: title.key,
    names: namesOf(title),
    descriptions: title.description,
    genres: title.genres,
    studios: title.studios.map((name) => ({ name, role: 'studio' as const })),
    relations: title.relations.map(({ kind, key }) => ({ provider: DEMO_PROVIDER, externalId: key, kind })),
  };
}

function namesOf(title: DemoTitle): SourceName[] {
  const { romaji, english, japanese, russian } = title.names;
  return [
    { name: romaji, kind: 'main', language: 'ja-Latn' },
    ...(english ? [{ name: english, kind: 'official' as const, language: 'en' }] : []),
    ...(japanese ? [{ name: japanese, kind: 'official' as const, language: 'ja' }] : []),
    ...(russian ? [{ name: russian, kind: 'official' as const, language: 'ru' }] : []),
    ...title.synonyms.map((name) => ({ name, kind: 'synonym' as const, language: languageByScript(name) })),
    ...title.shorts.map((name) => ({ name, kind: 'short' as const, language: null })),
  ];
}
