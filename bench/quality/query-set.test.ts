import { describe, expect, test } from 'vitest';
import { hasQuerySet, parseQuerySet, readQuerySet } from './query-set.ts';

const GOOD = '{"q":"attack on titan","kind":"english","expect":[16498],"rank":1}';

describe('a set is refused by its line', () => {
  test.each([
    ['no JSON', 'attack on titan', 'x.jsonl:2'],
    ['an unknown kind', GOOD.replace('english', 'german').replace('attack', 'an attack'), 'x.jsonl:2'],
    ['an unknown key', '{"q":"a","kind":"typo","expect":[1],"rank":1,"why":"?"}', 'x.jsonl:2'],
    ['a wanted title without a place', '{"q":"a","kind":"typo","expect":[1]}', 'x.jsonl:2'],
    ['a place without a wanted title', '{"q":"a","kind":"typo","expect":[],"rank":1}', 'x.jsonl:2'],
    ['the same query again', GOOD, 'x.jsonl:2 asks what line 1 does'],
  ])('%s', (_, line, message) => {
    expect(() => parseQuerySet('x.jsonl', `${GOOD}\n${line}\n`)).toThrow(message);
  });
});

test.each((['tuning', 'sealed', 'demo'] as const).filter(hasQuerySet))(
  'the %s set is well-formed and measures more than a hundred queries of many kinds',
  async (name) => {
    const queries = await readQuerySet(name);
    expect(queries.length).toBeGreaterThanOrEqual(100);
    expect(new Set(queries.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10);
  },
);
