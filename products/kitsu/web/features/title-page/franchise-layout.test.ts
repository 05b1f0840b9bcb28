import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TitleCard } from '../../api/types.ts';
import { type Connection, layOutFranchise, NODE } from './franchise-layout.ts';
import { pathOf } from './franchise-routes.ts';

const KINDS = ['tv', 'movie', 'ova', 'ona', 'special', 'music', 'unknown'] as const;

function card(id: number, kind: TitleCard['kind'], year: number | null): TitleCard {
  const titles = { romaji: null, english: null, japanese: null, russian: null };
  const poster = { url: '', background: '#000000', accent: '#ffffff' };
  const unknown = {
    season: null,
    episodeCount: null,
    episodeDurationMin: null,
    score: null,
    popularity: null,
  };
  const common = {
    isAdult: false,
    isDemo: false,
    poster,
    genres: [],
    externalIds: {},
    status: 'finished' as const,
  };
  return { id, slug: `t${id}`, title: `Title ${id}`, titles, kind, year, ...unknown, ...common };
}

const someFranchise = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), fc.option(fc.integer({ min: 1990, max: 2010 }))), {
    minLength: 1,
    maxLength: 120,
  })
  .chain((made) => {
    const items = made.map(([kind, year], place) => card(place + 1, kind, year));
    const end = fc.integer({ min: 1, max: items.length });
    const kinds = fc.constantFrom<Connection['kind'][]>('sequel', 'movie', 'alternative');
    const connections = fc.array(fc.record({ from: end, to: end, kind: kinds }), { maxLength: 30 });
    return fc.record({ items: fc.constant(items), connections, current: end });
  });

const overlap = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.abs(a.x - b.x) < NODE.width && Math.abs(a.y - b.y) < NODE.height;

describe('the timeline of any franchise', () => {
  test('shows each title once, the current one always, none on top of another, all within its frame', () => {
    fc.assert(
      fc.property(someFranchise, fc.integer({ min: 1, max: 40 }), ({ items, connections, current }, max) => {
        const { nodes, width, height } = layOutFranchise({ items, connections }, current, max);
        expect(nodes).toHaveLength(Math.min(max, items.length));
        expect(new Set(nodes.map(({ title }) => title.id)).size).toBe(nodes.length);
        expect(nodes.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
        for (const [place, node] of nodes.entries()) {
          expect(nodes.slice(place + 1).some((other) => overlap(node, other))).toBe(false);
          expect(node.x >= 0 && node.x + NODE.width <= width).toBe(true);
          expect(node.y >= 0 && node.y + NODE.height <= height).toBe(true);
        }
      }),
    );
  });

  test('comes out the same every time, later years further to the right', () => {
    fc.assert(
      fc.property(someFranchise, ({ items, connections, current }) => {
        const drawn = layOutFranchise({ items, connections }, current, 24);
        expect(layOutFranchise({ items, connections }, current, 24)).toEqual(drawn);
        for (const one of drawn.nodes) {
          for (const other of drawn.nodes) {
            if ((one.title.year ?? 9999) < (other.title.year ?? 9999)) expect(one.x).toBeLessThan(other.x);
          }
        }
      }),
    );
  });

  test('draws its connections through the gaps: no line crosses a title', () => {
    fc.assert(
      fc.property(someFranchise, ({ items, connections, current }) => {
        const others = connections.filter(({ from, to }) => from !== to);
        const { nodes, edges } = layOutFranchise({ items, connections: others }, current, 24);
        for (const { route } of edges) {
          for (const [place, [x, y]] of route.entries()) {
            const [nextX, nextY] = route[place + 1] ?? [x, y];
            const crossed = nodes.filter(
              (node) =>
                Math.max(x, nextX) > node.x &&
                Math.min(x, nextX) < node.x + NODE.width &&
                Math.max(y, nextY) > node.y &&
                Math.min(y, nextY) < node.y + NODE.height,
            );
            expect(crossed).toEqual([]);
          }
        }
      }),
    );
  });
});

test('of a large franchise the neighbours are shown: what is connected before what is near in time', () => {
  const items = Array.from({ length: 100 }, (_, place) => card(place + 1, 'tv', 1950 + place));
  const connections = [
    { from: 50, to: 99, kind: 'sequel' as const },
    { from: 99, to: 100, kind: 'sequel' as const },
  ];
  const shown = layOutFranchise({ items, connections }, 50, 6).nodes.map(({ title }) => title.id);
  expect(shown).toEqual([48, 49, 50, 51, 99, 100]);
});

test('a route is drawn with round corners and ends where it should', () => {
  expect(
    pathOf([
      [0, 0],
      [20, 0],
      [20, 40],
      [60, 40],
    ]),
  ).toBe('M0 0L13 0Q20 0 20 7L20 33Q20 40 27 40L60 40');
});
