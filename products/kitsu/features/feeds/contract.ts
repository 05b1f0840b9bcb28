import { z } from 'zod';
import { season, titleCard } from '../titles/contract.ts';

export const feedQuery = z.object({
  order: z
    .enum(['new', 'updated'])
    .default('new')
    .describe('By when a title came into the catalogue, or by when it was last changed; the latest first.'),
  year: z.int().min(1900).max(2200).optional(),
  season: season.optional().describe('Only titles of this season; takes effect with `year`.'),
  limit: z.int().min(1).max(100).default(50),
});
/** The latest titles with what a news reader shows of them. Adult ones are left out. */
export const feed = z
  .object({
    items: z.array(
      z.object({
        title: titleCard,
        descriptions: z.object({ en: z.string().optional(), ru: z.string().optional() }),
        createdAt: z.string(),
        updatedAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'Feed' });

export type FeedQuery = z.infer<typeof feedQuery>;
export type Feed = z.infer<typeof feed>;
