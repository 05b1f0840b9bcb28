import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import {
  type ListTitlesQuery,
  listTitlesQuery,
  type TitleCard,
  titleKind,
  titleSort,
  titleStatus,
} from './contract.ts';
import { listTitles } from './list-titles.ts';

const GENRES = ['action', 'comedy', 'drama', 'mecha', 'school'];
const STUDIOS = ['Tidal Works', 'North Pier', 'Lantern'];
const TITLE_COUNT = 240;

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  const random = seeded(7);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const maybe = <T>(value: T): T | null => (random() < 0.6 ? value : null);
  const records = Array.from({ length: TITLE_COUNT }, (_, index) =>
    record(index + 1, {
      fields: {
        main_title: `${pick(['Amber', 'Birch', 'cedar', 'Ёлка', '桜'])} ${Math.floor(random() * 40)}`,
        kind: pick(titleKind.options),
        status: pick(titleStatus.options),
        season: maybe(pick(['winter', 'spring', 'summer', 'fall'])),
        year: maybe(1990 + Math.floor(random() * 6)),
        episode_count: maybe(1 + Math.floor(random() * 30)),
        // Few different values, so that ties are common and the order among them matters.
        score: maybe(5 + Math.floor(random() * 4)),
        popularity: maybe(Math.floor(random() * 5) * 1_000),
        is_adult: random() < 0.15,
      },
      genres: GENRES.filter(() => random() < 0.4),
      studios: [{ name: pick(STUDIOS), role: 'studio' }],
    }),
  );
  await importRecords(catalogue.db, records);
}, 60_000);
afterAll(() => catalogue.close());

describe('a walk through the pages of a list', () => {
  const filters = fc.record(
    {
      kind: fc.subarray(titleKind.options, { minLength: 1 }),
      status: fc.subarray(titleStatus.options, { minLength: 1 }),
      season: fc.subarray(['winter', 'spring', 'summer', 'fall'], { minLength: 1 }),
      yearFrom: fc.integer({ min: 1989, max: 1997 }),
      yearTo: fc.integer({ min: 1989, max: 1997 }),
      genre: fc.subarray(GENRES, { minLength: 1, maxLength: 2 }),
      genreNot: fc.subarray(GENRES, { minLength: 1, maxLength: 2 }),
      studio: fc.subarray(['tidal-works', 'north-pier'], { minLength: 1 }),
      scoreFrom: fc.integer({ min: 1, max: 9 }),
      episodesFrom: fc.integer({ min: 1, max: 30 }),
      episodesTo: fc.integer({ min: 1, max: 30 }),
      airing: fc.boolean(),
      adult: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  test('shows every title that the filter leaves exactly once, in order, whatever the filter, sort and page size', async () => {
    const everything = await walk({ adult: true, limit: 100 });
    expect(everything).toHaveLength(TITLE_COUNT);
    const studioOf = await studiosById();
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...titleSort.options),
        fc.integer({ min: 1, max: 90 }),
        async (filter, sort, limit) => {
          const shown = await walk({ ...filter, sort, limit });
          const wanted = everything.filter((card) => fits(card, listTitlesQuery.parse(filter), studioOf));
          expect(shown.map((card) => card.id).toSorted()).toEqual(wanted.map((card) => card.id).toSorted());
          for (const [before, after] of pairs(shown)) expect(isOrdered(sort, before, after)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('counts in the facets and the total what the same filters would list', async () => {
    const everything = await walk({ adult: true, limit: 100 });
    const studioOf = await studiosById();
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const query = listTitlesQuery.parse({ ...filter, facets: true });
        const { total, facets } = await listTitles(catalogue, query);
        const count = (change: Partial<ListTitlesQuery>, has: (card: TitleCard) => boolean) =>
          everything.filter((card) => fits(card, { ...query, ...change }, studioOf) && has(card)).length;
        expect(total).toBe(count({}, () => true));
        for (const { value, count: shown } of facets?.kind ?? []) {
          expect(shown).toBe(count({ kind: undefined }, (card) => card.kind === value));
        }
        for (const { value, count: shown } of facets?.status ?? []) {
          expect(shown).toBe(count({ status: undefined, airing: false }, (card) => card.status === value));
        }
        for (const { value, count: shown } of facets?.season ?? []) {
          expect(shown).toBe(count({ season: undefined }, (card) => card.season === value));
        }
        for (const { value, count: shown } of facets?.year ?? []) {
          expect(shown).toBe(
            count({ yearFrom: undefined, yearTo: undefined }, (card) => card.year === value),
          );
        }
        for (const genre of GENRES) {
          const shown = facets?.genre.find((facet) => facet.slug === genre)?.count ?? 0;
          expect(shown).toBe(count({}, (card) => card.genres.some(({ slug }) => slug === genre)));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('leaves adult titles out unless asked for them', async () => {
    expect((await walk({ limit: 100 })).some((card) => card.isAdult)).toBe(false);
    expect((await walk({ limit: 100, adult: true })).some((card) => card.isAdult)).toBe(true);
  });

  test('refuses a cursor of another order as invalid input', async () => {
    const { nextCursor } = await listTitles(catalogue, listTitlesQuery.parse({ sort: 'title', limit: 5 }));
    const query = listTitlesQuery.parse({ sort: 'score', cursor: nextCursor });
    await expect(listTitles(catalogue, query)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

async function walk(query: object): Promise<TitleCard[]> {
  const cards: TitleCard[] = [];
  let cursor: string | undefined;
  do {
    const page = await listTitles(catalogue, listTitlesQuery.parse({ ...query, cursor }));
    cards.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return cards;
}

/** A title's studio is not on its card: each studio's own list tells. */
async function studiosById(): Promise<ReadonlyMap<number, string>> {
  const ofStudio = async (slug: string) =>
    (await walk({ adult: true, limit: 100, studio: [slug] })).map((card) => [card.id, slug] as const);
  return new Map((await Promise.all(['tidal-works', 'north-pier', 'lantern'].map(ofStudio))).flat());
}

function fits(card: TitleCard, filter: ListTitlesQuery, studioOf: ReadonlyMap<number, string>): boolean {
  const slugs = card.genres.map((genre) => genre.slug);
  const inRange = (value: number | null, from?: number, to?: number) =>
    (from === undefined || (value !== null && value >= from)) &&
    (to === undefined || (value !== null && value <= to));
  return (
    (filter.adult || !card.isAdult) &&
    (filter.kind?.includes(card.kind) ?? true) &&
    (filter.status?.includes(card.status) ?? true) &&
    (!filter.airing || card.status === 'airing') &&
    (filter.season === undefined || (card.season !== null && filter.season.includes(card.season))) &&
    inRange(card.year, filter.yearFrom, filter.yearTo) &&
    inRange(card.score, filter.scoreFrom) &&
    inRange(card.episodeCount, filter.episodesFrom, filter.episodesTo) &&
    (filter.genre ?? []).every((slug) => slugs.includes(slug)) &&
    !(filter.genreNot ?? []).some((slug) => slugs.includes(slug)) &&
    (filter.studio?.includes(studioOf.get(card.id) ?? '') ?? true)
  );
}

/** What a reader can check of an order on the cards themselves. */
function isOrdered(sort: string, before: TitleCard, after: TitleCard): boolean {
  if (sort === 'score') return weighted(before) >= weighted(after) - 1e-9;
  if (sort === 'newest') return (before.year ?? 0) >= (after.year ?? 0);
  if (sort === 'popularity' && before.popularity !== null && after.popularity !== null) {
    return before.popularity >= after.popularity;
  }
  if (sort === 'title')
    return before.title.toLowerCase().replace('ё', 'е') <= after.title.toLowerCase().replace('ё', 'е');
  return true;
}

/** A score counts as if a thousand more voices had said 6.5; what has no score comes last. */
function weighted({ score, popularity }: TitleCard): number {
  const voices = popularity ?? 1_000;
  return score === null ? 0 : (score * voices + 6.5 * 1_000) / (voices + 1_000);
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).map((item, index) => [items[index] as T, item]);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
