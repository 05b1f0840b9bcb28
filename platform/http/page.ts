import { z } from 'zod';

/** The contract of a list answered page by page: `nextCursor` is null on the last page, `total` is given where it is cheap. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().min(0).optional(),
  });
}
