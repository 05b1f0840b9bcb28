import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSimilar } from './find-similar.ts';
import { nameStem } from './name-stem.ts';
import type { TraitRow, TraitRows } from './queries.ts';
import { readIndex, writeIndex } from './trait-index.ts';

const ACTION = 1;
const SPACE = 2;
const COMEDY = 3;
const GENRES = ['action', 'space', 'comedy'].map((slug, place) => ({ id: place + 1, slug }));
const STUDIOS = [{ id: 7, slug: 'harbour', name: 'Harbour' }];

function title(id: number, genres: readonly number[], more: Partial<Fields> = {}): TraitRow {
  const { franchise = 0, year = 2000, ranking = 4, adult = false, studios = [], name = `N${id}` } = more;
  return [id, franchise, year, 'tv', ranking, adult, genres, studios, name];
}
interface Fields {
  franchise: number;
  year: number;
  ranking: number;
  adult: boolean;
  studios: readonly number[];
  name: string;
}

/** Titles that make action and comedy common, and space rare. */
const CROWD = Array.from({ length: 40 }, (_, at) => title(1000 + at, at % 2 ? [ACTION] : [COMEDY]));

async function similar(titles: readonly TraitRow[], id: number, options = { limit: 8, adult: false }) {
  const rows: TraitRows = {
    titles: [...titles, ...CROWD].sort((a, b) => a[0] - b[0]),
    genres: GENRES,
    studios: STUDIOS,
  };
  return findSimilar(readIndex(await writeIndex(rows)), id, options);
}
const ids = (found: { id: number }[]) => found.map(({ id }) => id);

describe('similar titles', () => {
  test('share the rarer genres, and say so, the rarest first', async () => {
    const found = await similar(
      [title(1, [ACTION, SPACE]), title(2, [ACTION, SPACE]), title(3, [ACTION])],
      1,
    );
    expect(ids(found)).toEqual([2]);
    expect(found[0]?.shared.map(({ slug }) => slug)).toEqual(['space', 'action']);
  });

  test('are not named for the commonest genre alone', async () => {
    expect(await similar([title(1, [COMEDY]), title(2, [COMEDY])], 1)).toEqual([]);
  });

  test('are never of the same franchise, and of another one only the best', async () => {
    const of = (franchise: number, ranking: number) => ({ franchise, ranking });
    const titles = [
      title(1, [SPACE], of(9, 4)),
      title(2, [SPACE], of(9, 6)),
      title(3, [SPACE], of(5, 4)),
      title(4, [SPACE], of(5, 5)),
    ];
    expect(ids(await similar(titles, 1))).toEqual([4]);
  });

  test('count titles whose names begin alike as one, since few sources state franchises', async () => {
    const titles = [
      title(1, [SPACE], { name: 'Iron Tide' }),
      title(2, [SPACE], { name: 'Iron Tide: The Return' }),
      title(3, [SPACE], { name: 'Night Coast' }),
      title(4, [SPACE], { name: 'Night Coast 2' }),
    ];
    expect(ids(await similar(titles, 1))).toEqual([3]);
    expect(nameStem('Shingeki no Kyojin Season 2')).toBe(nameStem('Shingeki no Kyojin'));
  });

  test('leave out titles for adults unless asked', async () => {
    const titles = [title(1, [SPACE]), title(2, [SPACE], { adult: true })];
    expect(await similar(titles, 1)).toEqual([]);
    expect(ids(await similar(titles, 1, { limit: 8, adult: true }))).toEqual([2]);
  });

  test('come first when they are better known, nearer in time or of the same studio', async () => {
    const base = title(1, [SPACE], { studios: [7] });
    const first = async (better: Partial<Fields>) =>
      ids(await similar([base, title(2, [SPACE]), title(3, [SPACE], better)], 1));
    expect(await first({ ranking: 5 })).toEqual([3, 2]);
    expect(await first({ studios: [7] })).toEqual([3, 2]);
    expect(await first({ year: 1980 })).toEqual([2, 3]);
  });

  test('are the same whatever the catalogue, each once, and as many as asked at most', async () => {
    const someTitle = fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
      fc.integer({ min: 0, max: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(someTitle, { selector: ([id]) => id }),
        fc.integer({ min: 1, max: 8 }),
        async (made, limit) => {
          const titles = made.map(([id, genres, franchise]) => title(id, genres, { franchise }));
          for (const [id] of titles) {
            const found = ids(await similar(titles, id, { limit, adult: false }));
            expect(found).toEqual(ids(await similar(titles.toReversed(), id, { limit, adult: false })));
            expect(new Set(found).size).toBe(found.length);
            expect(found.length).toBeLessThanOrEqual(limit);
            expect(found).not.toContain(id);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('while their index is made others get their turn, once every thousand titles', async () => {
  const titles = Array.from({ length: 10_000 }, (_, at) => title(at + 1, [ACTION, SPACE]));
  let turns = 0;
  let isMade = false;
  const takeTurns = () => {
    turns += 1;
    if (!isMade) setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  await writeIndex({ titles, genres: GENRES, studios: STUDIOS });
  isMade = true;
  expect(turns).toBeGreaterThanOrEqual(10);
});
