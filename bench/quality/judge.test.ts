import { describe, expect, test } from 'vitest';
import type { Hit } from './ask.ts';
import { judge, qualityOf } from './judge.ts';
import type { JudgedQuery } from './query-set.ts';

/** An answer of titles with these ids; undefined for one without. */
function judged(query: Partial<JudgedQuery>, ids: readonly (number | undefined)[]) {
  const hits: Hit[] = ids.map((malId) => ({ malId, title: `Title ${malId}` }));
  return judge({ query: { q: 'typed', kind: 'exact', expect: [], ...query }, hits });
}

describe('an answer is as expected when', () => {
  test.each([
    ['a wanted title comes first', { expect: [7], rank: 1 }, [7, 8], true],
    ['any of the accepted ones comes soon enough', { expect: [7, 8], rank: 2 }, [undefined, 8, 7], true],
    ['nothing was wanted and nothing came', { expect: [] }, [], true],
    ['nothing was wanted and only other titles than the unwanted came', { expect: [], not: [9] }, [8], true],
    ['the unwanted one comes after the wanted', { expect: [7], rank: 1, not: [9] }, [7, 9], true],
  ])('%s', (_, query, ids, isGood) => {
    expect(judged(query, ids).isGood).toBe(isGood);
  });
});

describe('an answer is not as expected when', () => {
  test.each([
    ['the wanted title comes too late', { expect: [7], rank: 1 }, [8, 7]],
    ['the wanted title does not come', { expect: [7], rank: 8 }, [8, 9]],
    ['nothing comes', { expect: [7], rank: 8 }, []],
    ['something came where nothing was wanted', { expect: [] }, [8]],
    ['a title without an id came where nothing was wanted', { expect: [] }, [undefined]],
    ['an unwanted one comes before the wanted', { expect: [7], rank: 3, not: [9] }, [9, 7]],
    ['an unwanted one comes where none is accepted', { expect: [], not: [9] }, [8, 9]],
  ])('%s', (_, query, ids) => {
    expect(judged(query, ids).isGood).toBe(false);
  });
});

test('figures by place are over the queries that want a title, the share as expected over all', () => {
  const quality = qualityOf([
    judged({ expect: [7], rank: 1 }, [7]),
    judged({ expect: [7], rank: 1 }, [8, 7]),
    judged({ expect: [7], rank: 8 }, [1, 2, 3, 7]),
    judged({ expect: [7], rank: 8 }, []),
    judged({ expect: [] }, []),
  ]);
  expect(quality).toEqual({
    queryCount: 5,
    hitAt1: 1 / 4,
    hitAt3: 2 / 4,
    hitAt8: 3 / 4,
    mrr: (1 + 1 / 2 + 1 / 4) / 4,
    good: 3 / 5,
  });
});
