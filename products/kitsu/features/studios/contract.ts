import { z } from 'zod';

export const studioItem = z
  .object({ slug: z.string(), name: z.string(), count: z.int() })
  .meta({ id: 'Studio' });
export const listStudiosQuery = z.object({
  q: z.string().max(100).optional().describe('Only studios whose name contains this.'),
  adult: z.boolean().default(false),
  sort: z.enum(['titles', 'name']).default('titles'),
  limit: z.int().min(1).max(200).default(60),
  cursor: z.string().max(500).optional(),
});
/** Studios and producers with how many listed titles they made. */
export const studioList = z
  .object({
    items: z.array(studioItem),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'StudioList' });

export const studioParams = z.object({ slug: z.string().min(1).max(128) });
export const studioQuery = z.object({ adult: z.boolean().default(false) });

export type StudioItem = z.infer<typeof studioItem>;
export type ListStudiosQuery = z.infer<typeof listStudiosQuery>;
export type StudioList = z.infer<typeof studioList>;
