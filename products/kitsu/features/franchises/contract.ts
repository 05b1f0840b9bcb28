import { z } from 'zod';
import { titleCard } from '../titles/contract.ts';

export const franchiseParams = z.object({ slug: z.string().min(1).max(200) });
export const franchiseQuery = z.object({ adult: z.boolean().default(false) });
/** A franchise with all its listed titles in the order of their first broadcast, unknown dates last. */
export const franchise = z
  .object({ slug: z.string(), name: z.string(), items: z.array(titleCard) })
  .meta({ id: 'Franchise' });

export type Franchise = z.infer<typeof franchise>;
