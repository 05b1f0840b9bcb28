import { z } from 'zod';
import { season } from '../titles/contract.ts';

export const listSeasonsQuery = z.object({ adult: z.boolean().default(false) });
/** Every year that has listed titles, newest first, with the titles of each season and of the whole year. */
export const seasonList = z
  .object({
    items: z.array(
      z.object({
        year: z.int(),
        count: z.int(),
        seasons: z.array(z.object({ season, count: z.int() })),
      }),
    ),
  })
  .meta({ id: 'SeasonList' });

export type ListSeasonsQuery = z.infer<typeof listSeasonsQuery>;
export type SeasonList = z.infer<typeof seasonList>;
