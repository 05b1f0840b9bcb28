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
      scoreTo: fc.integer({ min: 4, max: 10 }),
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
        for (const { from, to, count: shown } of facets?.score ?? []) {
          const here = ({ score }: TitleCard) =>
            score !== null && score >= from && (score < to || (to === 10 && score === 10));
          expect(shown).toBe(count({ scoreFrom: undefined, scoreTo: undefined }, here));
        }
        for (const { from, to, count: shown } of facets?.episodes ?? []) {
          const here = ({ episodeCount: episodes }: TitleCard) =>
            episodes !== null && episodes >= from && (to === null || episodes <= to);
          expect(shown).toBe(count({ episodesFrom: undefined, episodesTo: undefined }, here));
        }
        for (const { slug, count: shown } of facets?.studio ?? []) {
          expect(shown).toBe(count({ studio: undefined }, (card) => studioOf.get(card.id) === slug));
        }
        for (const genre of GENRES) {
          const shown = facets?.genre.find((facet) => facet.slug === genre)?.count ?? 0;
          expect(shown).toBe(count({}, (card) => card.genres.some(({ slug }) => slug === genre)));
        }
      }),
      { numRuns: 25, examples: [[{}]] },
    );
  });

  test('says of an empty list which filter alone to drop, and how many titles that would give', async () => {
    // Narrow enough that often nothing is left, and wide enough that often one filter is the reason.
    const narrow = fc.record({
      kind: fc.subarray(titleKind.options, { minLength: 1, maxLength: 2 }),
      yearFrom: fc.integer({ min: 1991, max: 1995 }),
      genre: fc.subarray(GENRES, { minLength: 1, maxLength: 2 }),
      genreNot: fc.subarray(GENRES, { maxLength: 1 }),
      scoreTo: fc.integer({ min: 5, max: 8 }),
    });
    let helped = 0;
    await fc.assert(
      fc.asyncProperty(narrow, async (filter) => {
        const query = listTitlesQuery.parse({ ...filter, facets: true });
        const { total, facets } = await listTitles(catalogue, query);
        if (total !== 0) expect(facets?.without).toEqual([]);
        for (const { filter: dropped, value, count } of facets?.without ?? []) {
          helped += 1;
          expect(count).toBeGreaterThan(0);
          const wider = listTitlesQuery.parse({ ...dropFilter(query, dropped, value), facets: true });
          expect((await listTitles(catalogue, wider)).total).toBe(count);
        }
      }),
      { numRuns: 80, seed: 3 },
    );
    expect(helped).toBeGreaterThan(10);
  });

  test('names a chosen genre and studio even when nothing is left of them', async () => {
    const query = {
      facets: true,
      yearTo: 1901,
      genre: ['mecha'],
      genreNot: ['drama'],
      studio: ['tidal-works'],
    };
    const { facets } = await listTitles(catalogue, listTitlesQuery.parse(query));
    expect(facets?.genre.map(({ slug, count }) => [slug, count])).toEqual([
      ['drama', 0],
      ['mecha', 0],
    ]);
    expect(facets?.studio).toEqual([{ slug: 'tidal-works', name: 'Tidal Works', count: 0 }]);
  });

  test('counts the studios of a name instead of the largest, beside those that are chosen, and narrows nothing by it', async () => {
    const everything = listTitlesQuery.parse({ facets: true });
    const whole = await listTitles(catalogue, everything);
    const named = await listTitles(catalogue, { ...everything, studioName: 'TIDAL' });
    expect(named.total).toBe(whole.total);
    expect(named.items).toEqual(whole.items);
    const tidal = whole.facets?.studio.filter(({ name }) => name.includes('Tidal'));
    expect(tidal).toHaveLength(1);
    expect(named.facets?.studio).toEqual(tidal);
    const chosen = await listTitles(catalogue, { ...everything, studioName: '%', studio: ['tidal-works'] });
    expect(chosen.facets?.studio).toEqual(tidal);
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

function dropFilter(query: ListTitlesQuery, dropped: string, value: string | null): object {
  const { [`${dropped}From`]: _from, [`${dropped}To`]: _to, ...rest } = query as Record<string, unknown>;
  if (value === null) return { ...rest, [dropped]: undefined };
  const left = (query[dropped as 'genre'] ?? []).filter((slug) => slug !== value);
  return { ...rest, [dropped]: left.length > 0 ? left : undefined };
}

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
    inRange(card.score, filter.scoreFrom, filter.scoreTo) &&
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
