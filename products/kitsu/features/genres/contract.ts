import { z } from 'zod';
import { genreRef } from '../titles/contract.ts';

/** Every genre, theme, demographic and tag that at least one listed title has, with how many have it. */
export const genreList = z
  .object({ items: z.array(genreRef.extend({ count: z.int() })) })
  .meta({ id: 'GenreList' });
export const listGenresQuery = z.object({ adult: z.boolean().default(false) });

export type GenreList = z.infer<typeof genreList>;
export type ListGenresQuery = z.infer<typeof listGenresQuery>;
