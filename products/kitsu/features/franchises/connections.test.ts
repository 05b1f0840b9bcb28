import { describe, expect, test } from 'vitest';
import { connectionsOf } from './connections.ts';
import { storyOrder } from './story-order.ts';

const stated = (from_id: number, kind: string, to_id: number) => ({ from_id, kind, to_id });
const sequel = (from: number, to: number) => ({ from, to, kind: 'sequel' as const });

describe('connections', () => {
  test('are told once for each pair, from the title that comes first, whoever states them', () => {
    const both = [stated(1, 'sequel', 2), stated(2, 'prequel', 1), stated(3, 'parent', 1)];
    expect(connectionsOf(both)).toEqual([sequel(1, 2), { from: 1, to: 3, kind: 'side_story' }]);
    expect(connectionsOf(both.toReversed())).toEqual(connectionsOf(both));
  });

  test('say the most that is stated of a pair, and nothing of relations whose kind nobody states', () => {
    expect(
      connectionsOf([
        stated(1, 'side_story', 2),
        stated(1, 'movie', 2),
        stated(4, 'unspecified', 5),
        stated(4, 'other', 5),
      ]),
    ).toEqual([{ from: 1, to: 2, kind: 'movie' }]);
  });
});

describe('the order of the story', () => {
  test('follows the sequels, and the broadcast where the story leaves it open', () => {
    // 30 was broadcast first and continues 10; 20 and 25 both continue 10.
    expect(storyOrder([30, 10, 20, 25], [sequel(10, 30), sequel(10, 20), sequel(10, 25)])).toEqual([
      10, 30, 20, 25,
    ]);
  });

  test('leaves out what no sequel connects', () => {
    expect(storyOrder([1, 2, 3], [sequel(1, 2), { from: 1, to: 3, kind: 'movie' }])).toEqual([1, 2]);
    expect(storyOrder([1, 2, 3], [])).toEqual([]);
  });

  test('names each title once, even where statements run in a circle', () => {
    expect(storyOrder([1, 2, 3, 4], [sequel(1, 2), sequel(2, 3), sequel(3, 1), sequel(3, 4)])).toEqual([
      1, 2, 3, 4,
    ]);
  });
});
