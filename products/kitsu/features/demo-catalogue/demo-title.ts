import { z } from 'zod';
import { ageRating, relationKind, season, titleKind, titleStatus } from '../titles/contract.ts';

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
  kind: titleKind.exclude(['unknown']),
  status: titleStatus.exclude(['unknown']),
  season,
  year: z.int(),
  startDate: date.optional(),
  endDate: date.optional(),
  episodes: z.int().optional(),
  durationMinutes: z.int().optional(),
  rating: ageRating.optional(),
  genres: z.array(z.string()),
  studios: z.array(z.string()),
  malId: z.int().optional(),
  anilistId: z.int().optional(),
  relations: z
    .array(
      z.strictObject({
        kind: relationKind.exclude(['unspecified']),
        key: z.string(),
      }),
    )
    .default([]),
  description: z.strictObject({ en: z.string(), ru: z.string() }),
});

export type DemoTitle = z.infer<typeof demoTitle>;
