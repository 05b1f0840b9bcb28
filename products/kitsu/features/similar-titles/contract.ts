import { z } from 'zod';
import { genreRef, titleCard } from '../titles/contract.ts';

export const similarQuery = z.object({
  limit: z.int().min(1).max(24).default(8),
  adult: z.boolean().default(false).describe('Also adult titles, which are left out otherwise.'),
});

/** A title, and what it has in common with the one that was asked about; what is rarer in the catalogue comes first. */
export const similarTitle = z
  .object({
    title: titleCard,
    sharedGenres: z.array(genreRef),
    sharedStudios: z.array(z.object({ slug: z.string(), name: z.string() })),
  })
  .meta({ id: 'SimilarTitle' });

export const similarTitles = z.object({ items: z.array(similarTitle) }).meta({ id: 'SimilarTitles' });

export type SimilarTitle = z.infer<typeof similarTitle>;
export type SimilarTitles = z.infer<typeof similarTitles>;
