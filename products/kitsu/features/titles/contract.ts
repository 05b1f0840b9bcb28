import { z } from 'zod';

/** Distribution form of a title. `unknown` means that no source says. */
export const titleKind = z.enum(['tv', 'movie', 'ova', 'ona', 'special', 'music', 'unknown']);
/** Where a title stands in its broadcast. `unknown` means that no source says. */
export const titleStatus = z.enum(['upcoming', 'airing', 'finished', 'unknown']);
export const season = z.enum(['winter', 'spring', 'summer', 'fall']);
export const ageRating = z.enum(['g', 'pg', 'pg_13', 'r', 'r_plus', 'rx']);
export const publicationState = z.enum(['draft', 'pending', 'published', 'broken', 'archived']);
export const nameKind = z.enum(['main', 'official', 'synonym', 'short']);
export const relationKind = z.enum([
  'sequel',
  'prequel',
  'side_story',
  'parent',
  'movie',
  'summary',
  'spin_off',
  'alternative',
  'other',
  'unspecified',
]);
export const titleSort = z.enum(['popularity', 'score', 'newest', 'title', 'updated']);
export const genreKind = z.enum(['genre', 'theme', 'demographic', 'tag']);

/** Ids of the same title elsewhere, by provider; only those that are known. */
export const externalIds = z
  .object({
    mal: z.int().optional(),
    anilist: z.int().optional(),
    anidb: z.int().optional(),
    kitsu: z.int().optional(),
    ann: z.int().optional(),
    anisearch: z.int().optional(),
    livechart: z.int().optional(),
    simkl: z.int().optional(),
    animeplanet: z.string().optional(),
    animecountdown: z.int().optional(),
    shikimori: z.int().optional(),
  })
  .meta({ id: 'ExternalIds' });

export const genreRef = z
  .object({
    slug: z.string(),
    kind: genreKind,
    name: z.object({ en: z.string(), ru: z.string().nullable() }),
  })
  .meta({ id: 'GenreRef' });

/** The names by which a title is shown, by language; the reader's preference picks one, `title` is the fallback. */
export const displayTitles = z
  .object({
    romaji: z.string().nullable(),
    english: z.string().nullable(),
    japanese: z.string().nullable(),
    russian: z.string().nullable(),
  })
  .meta({ id: 'DisplayTitles' });

/** A picture of 2:3. `background` and `accent` are CSS colours to paint before it has loaded. */
export const poster = z
  .object({ url: z.string(), background: z.string(), accent: z.string() })
  .meta({ id: 'Poster' });

/** What a list shows of a title. */
export const titleCard = z
  .object({
    id: z.int(),
    slug: z.string(),
    title: z.string(),
    titles: displayTitles,
    kind: titleKind,
    status: titleStatus,
    season: season.nullable(),
    year: z.int().nullable(),
    episodeCount: z.int().nullable(),
    episodeDurationMin: z.int().nullable(),
    score: z.number().nullable(),
    popularity: z.int().nullable(),
    isAdult: z.boolean(),
    isDemo: z.boolean(),
    poster,
    genres: z.array(genreRef),
    externalIds,
  })
  .meta({ id: 'TitleCard' });

const flag = z.boolean().default(false);

/** Filters, order and page of a title list. Values of one filter widen it, different filters narrow the list; `genre` values must all apply. */
export const listTitlesQuery = z.object({
  kind: z.array(titleKind).max(7).optional(),
  status: z.array(titleStatus).max(4).optional(),
  season: z.array(season).max(4).optional(),
  yearFrom: z.int().min(1900).max(2200).optional(),
  yearTo: z.int().min(1900).max(2200).optional(),
  genre: z.array(z.string().max(64)).max(10).optional(),
  genreNot: z.array(z.string().max(64)).max(20).optional(),
  studio: z.array(z.string().max(128)).max(10).optional(),
  scoreFrom: z.number().min(1).max(10).optional(),
  scoreTo: z.number().min(1).max(10).optional(),
  episodesFrom: z.int().min(1).optional(),
  episodesTo: z.int().min(1).optional(),
  airing: flag.describe('Only titles that are being broadcast now.'),
  adult: flag.describe('Also adult titles, which are left out otherwise.'),
  sort: titleSort
    .default('popularity')
    .describe('The order. `score` weighs each score by how many voices are behind it.'),
  limit: z.int().min(1).max(100).default(24),
  cursor: z.string().max(500).optional(),
  total: flag.describe('Also count all matching titles.'),
  facets: flag.describe(
    'Also count the matching titles, and how many each further choice of a filter would leave.',
  ),
  studioName: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Count among the facets those studios whose name contains this. It narrows no list.'),
});

/** The filters of a list by name; a range is one. */
export const filterName = z.enum([
  'kind',
  'status',
  'airing',
  'season',
  'year',
  'score',
  'episodes',
  'genre',
  'genreNot',
  'studio',
]);

const count = <T extends z.ZodType>(value: T) => z.object({ value, count: z.int() });

/** How many titles each further choice would leave; a facet ignores its own filter (but genres narrow each other). */
export const titleFacets = z
  .object({
    kind: z.array(count(titleKind)),
    status: z.array(count(titleStatus)),
    season: z.array(count(season)),
    year: z.array(count(z.int())),
    score: z
      .array(z.object({ from: z.number(), to: z.number(), count: z.int() }))
      .describe('By half points, all steps from the lowest on.'),
    episodes: z
      .array(z.object({ from: z.int(), to: z.int().nullable(), count: z.int() }))
      .describe('In steps that grow, all of them; the last has no end.'),
    genre: z
      .array(genreRef.extend({ count: z.int() }))
      .describe('Those that are chosen also without a title.'),
    studio: z
      .array(z.object({ slug: z.string(), name: z.string(), count: z.int() }))
      .describe(
        'The dozen with the most titles, of those that `studioName` asks for; and those that are chosen.',
      ),
    without: z
      .array(z.object({ filter: filterName, value: z.string().nullable(), count: z.int() }))
      .describe(
        'When nothing matches: the filters whose removal alone would leave titles, and how many. `value` is the genre.',
      ),
  })
  .meta({ id: 'TitleFacets' });

export const titleList = z
  .object({
    items: z.array(titleCard),
    nextCursor: z.string().nullable(),
    total: z.int().optional(),
    facets: titleFacets.optional(),
  })
  .meta({ id: 'TitleList' });

export const titleRef = z.object({
  idOrSlug: z.string().min(1).max(200).describe('The number or the slug of a title.'),
});

/** `adult` also shows adult titles among the related ones. */
export const titleQuery = z.object({ adult: flag });

export const relatedTitle = z
  .object({ relation: relationKind, title: titleCard })
  .meta({ id: 'RelatedTitle' });

export const franchiseRef = z
  .object({ slug: z.string(), name: z.string(), titleCount: z.int() })
  .meta({ id: 'FranchiseRef' });

/** Everything the page of a title shows. */
export const titleDetail = titleCard
  .extend({
    names: z.array(z.object({ name: z.string(), kind: nameKind, language: z.string().nullable() })),
    descriptions: z.object({ en: z.string().optional(), ru: z.string().optional() }),
    startDate: z.string().nullable(),
    endDate: z.string().nullable(),
    ageRating: ageRating.nullable(),
    scoreCount: z.int().nullable(),
    studios: z.array(z.object({ slug: z.string(), name: z.string(), role: z.enum(['studio', 'producer']) })),
    externalLinks: z.array(z.object({ provider: z.string(), name: z.string(), url: z.string() })),
    related: z.array(relatedTitle),
    franchise: franchiseRef.nullable(),
    /** Who the shown values come from, field by field; `importedAt` is null where the day is not kept. */
    sources: z.array(
      z.object({ source: z.string(), importedAt: z.string().nullable(), fields: z.array(z.string()) }),
    ),
    /** Pictures of 1200 by 630 pixels for link previews, by language. */
    sharePictures: z.object({ en: z.string(), ru: z.string() }),
    updatedAt: z.string(),
  })
  .meta({ id: 'TitleDetail' });

export const relatedTitles = z.object({ items: z.array(relatedTitle) }).meta({ id: 'RelatedTitles' });

export type FilterName = z.infer<typeof filterName>;
export type TitleKind = z.infer<typeof titleKind>;
export type TitleStatus = z.infer<typeof titleStatus>;
export type Season = z.infer<typeof season>;
export type AgeRating = z.infer<typeof ageRating>;
export type PublicationState = z.infer<typeof publicationState>;
export type NameKind = z.infer<typeof nameKind>;
export type RelationKind = z.infer<typeof relationKind>;
export type TitleSort = z.infer<typeof titleSort>;
export type ExternalIds = z.infer<typeof externalIds>;
export type GenreRef = z.infer<typeof genreRef>;
export type TitleCard = z.infer<typeof titleCard>;
export type ListTitlesQuery = z.infer<typeof listTitlesQuery>;
export type TitleFacets = z.infer<typeof titleFacets>;
export type TitleList = z.infer<typeof titleList>;
export type RelatedTitle = z.infer<typeof relatedTitle>;
export type TitleDetail = z.infer<typeof titleDetail>;
