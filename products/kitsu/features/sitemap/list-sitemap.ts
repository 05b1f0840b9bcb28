import { decodeCursor, encodeCursor } from '@seaworthy/platform/pagination';
import type { Db } from '@seaworthy/platform/postgres';
import { z } from 'zod';
import type { SitemapPage } from './contract.ts';
import { selectSitemapRows } from './queries.ts';

const lastId = z.int().min(0);

/**
 * One page of the addresses that search engines may index.
 *
 * @throws AppError `invalid_input` for a cursor that this list did not give out.
 */
export async function listSitemap(
  deps: { db: Db<unknown> },
  query: { cursor?: string | undefined; limit: number },
): Promise<SitemapPage> {
  const after = query.cursor === undefined ? 0 : decodeCursor(query.cursor, 'sitemap', lastId);
  const rows = await selectSitemapRows(deps.db, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({ slug: row.slug, updatedAt: row.updated_at.toISOString() })),
    nextCursor: last === undefined ? null : encodeCursor('sitemap', last.id),
  };
}
