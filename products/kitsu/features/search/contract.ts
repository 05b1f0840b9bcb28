import { z } from 'zod';
import { titleCard } from '../titles/contract.ts';

export const searchQuery = z.object({
  q: z
    .string()
    .min(1)
    .max(200)
    .describe('Any name of a title, or part of one, in any script; small mistakes are forgiven.'),
  limit: z.int().min(1).max(50).default(20),
  adult: z.boolean().default(false).describe('Also adult titles, which are left out otherwise.'),
});

/** How the query meets the matched name, best first. */
export const matchTier = z.enum(['exact', 'prefix', 'word_prefix', 'near']);

/** One hit per title, best first; `matchedTitle` is the name that the query met. */
export const searchHit = titleCard
  .extend({ matchedTitle: z.string(), match: matchTier })
  .meta({ id: 'SearchHit' });
export const searchResult = z.object({ items: z.array(searchHit) }).meta({ id: 'SearchResult' });

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
export const suggestionQuery = searchQuery.extend({ limit: z.int().min(1).max(10).default(8) });
export const suggestionList = z.object({ items: z.array(suggestion) }).meta({ id: 'SuggestionList' });

export type SearchQuery = z.infer<typeof searchQuery>;
export type MatchTier = z.infer<typeof matchTier>;
export type SearchHit = z.infer<typeof searchHit>;
export type SearchResult = z.infer<typeof searchResult>;
export type SuggestionList = z.infer<typeof suggestionList>;
