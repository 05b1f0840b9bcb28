import { z } from 'zod';
import { listTitlesQuery, titleCard, titleFacets } from '../titles/contract.ts';

const searchWords = z.object({
  q: z
    .string()
    .min(1)
    .max(200)
    .describe('Any name of a title, or part of one, in any script; small mistakes are forgiven.'),
  adult: listTitlesQuery.shape.adult,
});

/** Words to look for, with the filters and pages of a title list. */
export const searchQuery = listTitlesQuery
  .pick({
    kind: true,
    status: true,
    season: true,
    yearFrom: true,
    yearTo: true,
    genre: true,
    genreNot: true,
    studio: true,
    scoreFrom: true,
    scoreTo: true,
    episodesFrom: true,
    episodesTo: true,
    airing: true,
    studioName: true,
    cursor: true,
  })
  .extend({
    ...searchWords.shape,
    literal: z
      .boolean()
      .default(false)
      .describe(
        'Take the query as it stands: in no other keyboard layout, spelling or alphabet, and with all of its words.',
      ),
    limit: z.int().min(1).max(50).default(20),
    total: z
      .boolean()
      .default(false)
      .describe(
        'Also count what was found: of the 500 best titles for the words, those that the filters leave.',
      ),
    facets: z
      .boolean()
      .default(false)
      .describe('Also count the same titles, and how many each further choice of a filter would leave.'),
  });

/**
 * How the query meets the matched name: the whole of it, its beginning, a word inside, all words in some order, or only
 * nearly. Titles are mostly in this order; a much better known one may come before.
 */
export const matchTier = z.enum(['exact', 'prefix', 'word_prefix', 'words', 'near']);

/**
 * What had to be repaired: typing errors, the wrong keyboard layout, a name written by ear in another alphabet, or
 * words that no name has.
 */
export const correctionReason = z.enum(['spelling', 'layout', 'script', 'words']);

/** The query as it was understood, since nothing good was found for it as typed: what to tell the reader is shown instead. */
export const correction = z
  .object({ query: z.string(), reason: correctionReason })
  .meta({ id: 'Correction' });

/** One hit per title, best first; `matchedTitle` is the name that the query met. */
export const searchHit = titleCard
  .extend({ matchedTitle: z.string(), match: matchTier })
  .meta({ id: 'SearchHit' });
export const searchResult = z
  .object({
    items: z.array(searchHit),
    nextCursor: z.string().nullable(),
    total: z.int().optional(),
    isCut: z
      .boolean()
      .describe('Whether more titles fit the words than these: only the best are found, at most 500.'),
    facets: titleFacets.optional(),
    correction: correction.nullable(),
  })
  .meta({ id: 'SearchResult' });

/** The little that a suggestion shows while a person types. */
export const suggestion = z
  .object({
    id: z.int(),
    slug: z.string(),
    title: z.string(),
    titles: titleCard.shape.titles,
    matchedTitle: z.string(),
    kind: titleCard.shape.kind,
    year: z.int().nullable(),
    poster: titleCard.shape.poster,
  })
  .meta({ id: 'Suggestion' });
export const suggestionQuery = searchWords.extend({ limit: z.int().min(1).max(10).default(8) });
export const suggestionList = z
  .object({ items: z.array(suggestion), correction: correction.nullable() })
  .meta({ id: 'SuggestionList' });

export type SearchQuery = z.infer<typeof searchQuery>;
export type SuggestionQuery = z.infer<typeof suggestionQuery>;
export type MatchTier = z.infer<typeof matchTier>;
export type Correction = z.infer<typeof correction>;
export type SearchHit = z.infer<typeof searchHit>;
export type SearchResult = z.infer<typeof searchResult>;
export type SuggestionList = z.infer<typeof suggestionList>;
