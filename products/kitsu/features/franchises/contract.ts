import { z } from 'zod';
import { titleCard } from '../titles/contract.ts';

export const franchiseParams = z.object({ slug: z.string().min(1).max(200) });
export const franchiseQuery = z.object({ adult: z.boolean().default(false) });

/** What one title of a franchise is to another, told once for each pair, from the title that comes first. */
export const connectionKind = z.enum(['sequel', 'side_story', 'movie', 'summary', 'spin_off', 'alternative']);

/** The title `to` is the sequel, side story, … of the title `from`; ids of members of the franchise. */
export const connection = z
  .object({ from: z.int(), to: z.int(), kind: connectionKind })
  .meta({ id: 'FranchiseConnection' });

/**
 * A franchise with all its listed titles in the order of their first broadcast, unknown dates last; what sources state about
 * how they belong together; and the ids of those that sequels connect, in the order of the story.
 */
export const franchise = z
  .object({
    slug: z.string(),
    name: z.string(),
    items: z.array(titleCard),
    connections: z.array(connection),
    storyOrder: z.array(z.int()),
  })
  .meta({ id: 'Franchise' });

export type Connection = z.infer<typeof connection>;
export type Franchise = z.infer<typeof franchise>;
