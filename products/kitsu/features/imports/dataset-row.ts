import { z } from 'zod';
import { ADULT_GENRES, genreOf } from '../genres/index.ts';
import {
  hasMixedAlphabets,
  isSurelyRussian,
  languageByScript,
  nameProblem,
  normaliseName,
  textProblem,
} from '../names/index.ts';
import { externalIdOfUrl, type SourceName, type SourceRecord } from '../titles/index.ts';

/** The name under which the anime-offline-database stands in provenance. */
export const DATASET_SOURCE = 'anime-offline-database';

/** A text within what its check allows; the check gives the end of a sentence, or null. */
const checked = (maxCharacters: number, problemOf: (text: string) => string | null) =>
  z
    .string()
    .max(maxCharacters)
    .superRefine((text, context) => {
      const problem = problemOf(text);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    });
/** Words for studios and tags: short, since addresses are made of them. */
const words = z.array(checked(200, textProblem));
/** Files hold synonyms without anything to see; they are passed over. */
const synonym = checked(1_000, (text) => (isVisible(text) ? nameProblem(text) : null));

/** A row of an anime-offline-database file; fields we do not use may be of any form. */
export const datasetRow = z.object({
  sources: z.array(z.string().max(500)).min(1).max(100),
  title: checked(1_000, nameProblem),
  type: z.enum(['TV', 'MOVIE', 'OVA', 'ONA', 'SPECIAL', 'UNKNOWN']),
  episodes: z.int().min(0).max(100_000),
  status: z.enum(['FINISHED', 'ONGOING', 'UPCOMING', 'UNKNOWN']),
  animeSeason: z.object({
    season: z.enum(['SPRING', 'SUMMER', 'FALL', 'WINTER', 'UNDEFINED']),
    year: z.int().min(1900).max(2200).nullish(),
  }),
  picture: checked(2_000, textProblem).optional(),
  duration: z.object({ value: z.int().min(0).max(1_000_000), unit: z.literal('SECONDS') }).nullish(),
  score: z.object({ arithmeticMean: z.number().min(1).max(10) }).nullish(),
  synonyms: z.array(synonym).max(1_000),
  studios: words.max(200).default([]),
  producers: words.max(200).default([]),
  relatedAnime: z.array(z.string().max(500)).max(2_000),
  tags: words.max(500),
});

export type DatasetRow = z.infer<typeof datasetRow>;

const KINDS = {
  TV: 'tv',
  MOVIE: 'movie',
  OVA: 'ova',
  ONA: 'ona',
  SPECIAL: 'special',
  UNKNOWN: 'unknown',
} as const;
const STATUSES = {
  FINISHED: 'finished',
  ONGOING: 'airing',
  UPCOMING: 'upcoming',
  UNKNOWN: 'unknown',
} as const;
const SEASONS = {
  SPRING: 'spring',
  SUMMER: 'summer',
  FALL: 'fall',
  WINTER: 'winter',
  UNDEFINED: null,
} as const;
/** The dataset's stand-in where it has no picture. */
const NO_PICTURE = /\/no_pic\w*\.png$/;

/**
 * A dataset row in the terms in which the catalogue takes what sources say. What the row leaves open is not stated: an
 * empty list of tags or studios means that the dataset knows none, not that there are none.
 */
export function toSourceRecord(row: DatasetRow): SourceRecord {
  const names = namesOf(row);
  const season = SEASONS[row.animeSeason.season];
  const studios = [
    ...row.studios.map((name) => ({ name, role: 'studio' as const })),
    ...row.producers.map((name) => ({ name, role: 'producer' as const })),
  ];
  const genres = [...new Set(row.tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))];
  return {
    fields: {
      main_title: row.title.trim(),
      ...(row.type !== 'UNKNOWN' && { kind: KINDS[row.type] }),
      ...(row.status !== 'UNKNOWN' && { status: STATUSES[row.status] }),
      ...(season && row.animeSeason.year && { season }),
      ...(row.animeSeason.year && { year: row.animeSeason.year }),
      ...(row.episodes > 0 && { episode_count: row.episodes }),
      ...(row.duration && row.duration.value > 0 && { episode_duration_s: row.duration.value }),
      ...(row.score && { score: Math.round(row.score.arithmeticMean * 100) / 100 }),
      ...(row.picture && !NO_PICTURE.test(row.picture) && { poster_picture_url: row.picture }),
      ...(genres.length > 0 && {
        is_adult: genres.some((genre) => ADULT_GENRES.has(genreOf(genre)?.slug ?? '')),
      }),
    },
    inferred: displayNames(names),
    externalIds: idsOf(row.sources),
    names,
    ...(genres.length > 0 && { genres }),
    ...(studios.length > 0 && { studios }),
    relations: idsOf(row.relatedAnime).map((id) => ({ ...id, kind: 'unspecified' as const })),
  };
}

function idsOf(addresses: readonly string[]): { provider: string; externalId: string }[] {
  const ids = new Map(
    addresses.flatMap((address) => {
      const id = externalIdOfUrl(address);
      return id === null ? [] : [[`${id.provider}:${id.externalId}`, id] as const];
    }),
  );
  return [...ids.values()];
}

function namesOf(row: DatasetRow): SourceName[] {
  const main = row.title.trim();
  const others = new Set(
    row.synonyms.map((name) => name.trim()).filter((name) => isVisible(name) && name !== main),
  );
  return [
    { name: main, kind: 'main', language: languageByScript(main) },
    ...[...others].map((name) => ({ name, kind: 'synonym' as const, language: languageByScript(name) })),
  ];
}

/** The dataset does not say which name is the Japanese or Russian one; what the spelling suggests may fill a gap. */
function displayNames(names: readonly SourceName[]): SourceRecord['inferred'] {
  const candidates = (language: string) =>
    names
      .map(({ name, language: own }) => (own === language && isCalm(name) ? name : ''))
      .filter((name) => name !== '');
  const japanese = candidates('ja').toSorted((a, b) => Number(hasLatin(a)) - Number(hasLatin(b)))[0];
  const russian = candidates('ru')
    .filter((name) => !hasMixedAlphabets(name))
    .toSorted((a, b) => Number(isSurelyRussian(b)) - Number(isSurelyRussian(a)))[0];
  return { ...(japanese && { japanese_title: japanese }), ...(russian && { russian_title: russian }) };
}

function isVisible(name: string): boolean {
  return normaliseName(name).compact !== '';
}

function hasLatin(name: string): boolean {
  return /\p{Script=Latin}/u.test(name);
}

/** Neither shouted nor begun in lower case, and not a file name. */
function isCalm(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  const shouted =
    letters.length > 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  return !shouted && !/^\p{Ll}/u.test(name) && !/[_\\]/.test(name);
}
