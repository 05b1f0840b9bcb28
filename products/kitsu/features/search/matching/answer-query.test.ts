import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SegmentBuilder } from '../segment/build-segment.ts';
import { rankingScale } from '../segment/prior.ts';
import type { TitleSource } from '../tables.ts';
import { answerQuery, searched } from './answer-query.ts';

type Row = readonly [ranking: number, more: Partial<TitleSource>, main: string, ...others: string[]];
const ROWS: readonly Row[] = [
  ...Array.from({ length: 40 }, (_, at): Row => [3 - at / 50, {}, `Filler${at}a`]),
  [
    5.0,
    { is_head: true },
    'Kurogane no Tabibito',
    'Iron Wanderer',
    'Железный странник',
    '黒鉄の旅人',
    'Kotabi',
  ],
  [4.6, { is_head: false }, 'Kurogane no Tabibito Season 2', 'Iron Wanderer II', '黒鉄の旅人 第2期'],
  [4.2, { is_head: false, kind: 'movie' }, 'Kurogane no Tabibito: Yami no Michi', 'Iron Wanderer the Movie'],
  [2.0, {}, 'Iron'],
  [4.9, {}, 'Sora wo Kakeru Fune', 'Ship across the Sky', 'そらをかけるふね'],
  [3.0, {}, 'Moonlit;Harbor', 'ムーンリット・ハーバー'],
  [2.2, {}, 'Y', 'Wai'],
  [4.0, {}, 'Yume no Ato'],
  [3.5, {}, 'Syaka no Te', 'Шака но Тэ'],
  [3.1, { is_adult: true }, 'Yoru no Hana'],
  [2.5, {}, '47'],
  [1.5, {}, 'Ninjara'],
  [5.2, {}, 'Ninja', 'Shinobi'],
  [2.1, {}, 'Bell la Bell'],
];
const MAIN = new Map(ROWS.map(([, , main], index) => [index + 1, main]));

const TITLE: Omit<TitleSource, 'id' | 'names'> = {
  ranking: 1,
  kind: 'tv',
  is_adult: false,
  is_head: null,
  year: null,
  ordinal: null,
  franchise_id: null,
};

const builder = new SegmentBuilder(rankingScale(ROWS.map(([ranking]) => ranking)));
ROWS.forEach(([ranking, more, main, ...others], index) => {
  builder.add({
    ...TITLE,
    id: index + 1,
    ranking,
    franchise_id: more.is_head === undefined ? null : 7,
    names: [[main, 'main'], ...others.map((name) => [name, 'synonym'] as const)],
    ...more,
  });
});
const segments = [searched(builder.build())];
const answer = (q: string, adult = false) => answerQuery(segments, { q, adult, literal: false, limit: 500 });
const titles = (q: string, adult = false) => answer(q, adult).titles.map((title) => MAIN.get(title.title_id));

const SERIES = 'Kurogane no Tabibito';

describe('the first title is the one that is meant', () => {
  test.each([
    ['kurogane no tabibito', SERIES],
    ['kurogane', SERIES],
    ['KUROGANENOTABIBITO', SERIES],
    ['tabibito kurogane', SERIES],
    ['kurogane tabibito', SERIES],
    ['くろがねのたびびと', SERIES],
    ['курогане но табибито', SERIES],
    ['iron wanderer', SERIES],
    ['irom wandrer', SERIES],
    ['ironwandere', SERIES],
    ['железный стрнник', SERIES],
    [';tktpysq cnhfyybr', SERIES],
    ['лгкщпфту', SERIES],
    ['黒鉄', SERIES],
    ['旅人', SERIES],
    ['watch iron wanderer online', SERIES],
    ['смотреть железный странник', SERIES],
    ['knt', SERIES],
    ['kurogane no tabibito 2', `${SERIES} Season 2`],
    ['kurogane no tabibito 2nd season', `${SERIES} Season 2`],
    ['iron wanderer s2', `${SERIES} Season 2`],
    ['黒鉄の旅人 二期', `${SERIES} Season 2`],
    ['железный странник 2 сезон', `${SERIES} Season 2`],
    ['iron wanderer movie', `${SERIES}: Yami no Michi`],
    ['железный странник фильм', `${SERIES}: Yami no Michi`],
    ['iron', 'Iron'],
    ['sora o kakeru hune', 'Sora wo Kakeru Fune'],
    ['moonlit harbor', 'Moonlit;Harbor'],
    ['moonlitharbor', 'Moonlit;Harbor'],
    ['y', 'Y'],
    ['47', '47'],
    ['shaka no te', 'Syaka no Te'],
    ['ninjara', 'Ninjara'],
    ['ninja', 'Ninja'],
    ['belllabell', 'Bell la Bell'],
    ['tabibt', SERIES],
    ['kotabi yami no michi', `${SERIES}: Yami no Michi`],
    ['kotabi yami', `${SERIES}: Yami no Michi`],
  ])('%s: %s', (q, main) => {
    expect(titles(q)[0]).toBe(main);
  });

  test('the first work comes before what follows it', () => {
    expect(titles('kurogane no tabibito')).toEqual([
      SERIES,
      `${SERIES} Season 2`,
      `${SERIES}: Yami no Michi`,
    ]);
  });

  test.each(['asdfghjkl', 'ninjalu hattori', '???', ' ', '\ud800', 'zzzzzz', 'nnnnnjjjjjj'])(
    'nothing is made up for "%s"',
    (q) => {
      expect(titles(q)).toEqual([]);
    },
  );

  test('titles for adults come only when asked for', () => {
    expect(titles('yoru no hana')).not.toContain('Yoru no Hana');
    expect(titles('yoru no hana', true)[0]).toBe('Yoru no Hana');
  });
});

describe('what was repaired is told', () => {
  test.each([
    ['kurogane no tabibito', null],
    ['ljhjuf', null],
    ['irom wandrer', { query: 'Iron Wanderer', reason: 'spelling' }],
    ['шкщт цфтвукук', { query: 'iron wanderer', reason: 'layout' }],
    ['курогане но табибито', { query: SERIES, reason: 'script' }],
    ['watch iron wanderer online', { query: 'iron wanderer', reason: 'words' }],
  ])('%s: %j', (q, correction) => {
    const found = answer(q);
    if (found.titles.length > 0) expect(found.correction).toEqual(correction);
    else expect(found.correction).toBeNull();
  });
});

describe('a query that is taken literally', () => {
  const literally = (q: string) => answerQuery(segments, { q, adult: false, literal: true, limit: 500 });
  const first = (q: string) => MAIN.get(literally(q).titles[0]?.title_id ?? 0);

  test.each([
    'irom wandrer',
    'шкщт цфтвукук',
    'курогане но табибито',
    'watch iron wanderer online',
    'ninjalu',
  ])('is not repaired: %s', (q) =>
    expect(literally(q)).toEqual({ titles: [], correction: null, isCut: false }),
  );

  test.each([
    ['iron wanderer', SERIES],
    ['wanderer iron', SERIES],
    ['железный стр', SERIES],
    ['黒鉄', SERIES],
    ['ninja', 'Ninja'],
  ])('finds what has all its words: %s', (q, main) => {
    expect(first(q)).toBe(main);
  });
});

test('more titles than are wanted, or than are looked at, are said to be', () => {
  const asked = { q: 'filler', adult: false, literal: false };
  expect(answerQuery(segments, { ...asked, limit: 39 })).toMatchObject({ isCut: true });
  expect(answerQuery(segments, { ...asked, limit: 40 })).toMatchObject({ isCut: false });
  const many = new SegmentBuilder(rankingScale([1]));
  for (let id = 1; id <= 600; id += 1) many.add({ ...TITLE, id, names: [[`Lantern ${id}a`, 'main']] });
  expect(answerQuery([searched(many.build())], { ...asked, q: 'lantern', limit: 1_000 })).toMatchObject({
    isCut: true,
  });
});

describe('any text is answered', () => {
  const pieces = [...'kuroganetbisф黒の旅2#~%\\_(*', ' ', 'season ', 'watch ', '🦊', 'ﷺ'];
  test('with titles at most once, closest and best known first, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 60 }), (q) => {
        const found = titles(q, true);
        expect(new Set(found).size).toBe(found.length);
        expect(titles(q, true)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  test('however long it is', () => {
    for (const q of [
      'kurogane '.repeat(22),
      'ﷺ'.repeat(200),
      'a'.repeat(200),
      'constructor __proto__ tostring',
      '進'.repeat(200),
    ]) {
      expect(titles(q)).toBeInstanceOf(Array);
    }
  });

  test('every name in full finds its title first among those of that name', () => {
    for (const [index, [, , ...names]] of ROWS.entries()) {
      for (const name of names)
        expect(
          answer(name, true)
            .titles.slice(0, 2)
            .map((title) => title.title_id),
        ).toContain(index + 1);
    }
  });
});
