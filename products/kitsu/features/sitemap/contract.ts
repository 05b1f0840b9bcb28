import { z } from 'zod';

export const sitemapQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(5000).default(5000),
});
/** Slugs of the listed titles that may be indexed (adult ones are left out), by id, with the day of their last change. */
export const sitemapPage = z
  .object({
    items: z.array(z.object({ slug: z.string(), updatedAt: z.string() })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'SitemapPage' });

export type SitemapPage = z.infer<typeof sitemapPage>;
