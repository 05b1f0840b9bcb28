import { z } from 'zod';
import { titleKind } from '../titles/contract.ts';

/** What the catalogue can know of a title, in the order in which it is shown. */
export const coveredField = z.enum([
  'year',
  'episodes',
  'score',
  'popularity',
  'genres',
  'studios',
  'englishName',
  'japaneseName',
  'russianName',
  'englishDescription',
  'russianDescription',
]);

/** A source with what comes from it. Dates are ISO 8601; null where nothing is known. */
export const sourceFacts = z
  .object({
    source: z.string(),
    /** Titles that at least one shown value comes from. */
    titleCount: z.int(),
    /** When the source was last taken in. */
    importedAt: z.string().nullable(),
    /** The day that the source itself states for its data. */
    sourceDate: z.string().nullable(),
    /** Stored fields whose values come from it, by how many titles; the most frequent first. */
    fields: z.array(z.object({ field: z.string(), count: z.int() })),
  })
  .meta({ id: 'SourceFacts' });

/** Of how many listed titles the catalogue knows what, and from whom. */
export const catalogueFacts = z
  .object({
    titleCount: z.int(),
    adultCount: z.int(),
    nameCount: z.int(),
    nameLanguageCount: z.int(),
    genreCount: z.int(),
    studioCount: z.int(),
    franchiseCount: z.int(),
    kinds: z.array(z.object({ value: titleKind, count: z.int() })),
    coverage: z.array(z.object({ field: coveredField, count: z.int() })),
    sources: z.array(sourceFacts),
    /** When a title last changed. */
    updatedAt: z.string().nullable(),
  })
  .meta({ id: 'CatalogueFacts' });

export type CatalogueFacts = z.infer<typeof catalogueFacts>;
