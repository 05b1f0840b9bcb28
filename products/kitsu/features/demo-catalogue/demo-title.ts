import { z } from 'zod';

const date = z.iso.date();

/** One title of the demo catalogue as its files hold it; written for this project from general knowledge. */
export const demoTitle = z.strictObject({
  key: z.string(),
  names: z.strictObject({
    romaji: z.string(),
    english: z.string().optional(),
    japanese: z.string().optional(),
    russian: z.string().optional(),
  }),
  synonyms: z.array(z.string()).default([]),
  shorts: z.array(z.string()).default([]),
  kind: z.enum(['tv', 'movie', 'ova', 'ona', 'special']),
  status: z.enum(['upcoming', 'airing', 'finished']),
  season: z.enum(['winter', 'spring', 'summer', 'fall']),
  year: z.int(),
  startDate: date.optional(),
  endDate: date.optional(),
  episodes: z.int().optional(),
  durationMinutes: z.int().optional(),
  rating: z.enum(['g', 'pg', 'pg_13', 'r', 'r_plus']).optional(),
  genres: z.array(z.string()),
  studios: z.array(z.string()),
  malId: z.int().optional(),
  anilistId: z.int().optional(),
  relations: z
    .array(
      z.strictObject({
        kind: z.enum([
          'sequel',
          'prequel',
          'side_story',
          'parent',
          'movie',
          'summary',
          'spin_off',
          'alternative',
          'other',
        ]),
        key: z.string(),
      }),
    )
    .default([]),
  description: z.strictObject({ en: z.string(), ru: z.string() }),
});

export type DemoTitle = z.infer<typeof demoTitle>;
