import type { Connection } from './contract.ts';
import type { StatedRelation } from './queries.ts';

/** How a stated kind is told from the title that comes first, and whether that is the other one. */
const TOLD: Readonly<Record<string, { readonly kind: Connection['kind']; readonly turned?: true }>> = {
  sequel: { kind: 'sequel' },
  prequel: { kind: 'sequel', turned: true },
  parent: { kind: 'side_story', turned: true },
  side_story: { kind: 'side_story' },
  movie: { kind: 'movie' },
  summary: { kind: 'summary' },
  spin_off: { kind: 'spin_off' },
  alternative: { kind: 'alternative' },
};

/** Where sources state several kinds for one pair, the one that says most. */
const STRONGEST_FIRST: readonly Connection['kind'][] = [
  'sequel',
  'summary',
  'movie',
  'spin_off',
  'alternative',
  'side_story',
];

/**
 * One connection for each pair of titles that a relation is stated for: "A has the sequel B" and "B has the prequel A" are
 * the same. Sorted by the ids of its ends, whatever the order of the relations.
 */
export function connectionsOf(relations: readonly StatedRelation[]): Connection[] {
  const strongest = new Map<string, Connection>();
  for (const { from_id, to_id, kind: stated } of relations) {
    const told = TOLD[stated];
    if (told === undefined) continue;
    const [from, to] = told.turned ? [to_id, from_id] : [from_id, to_id];
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const found = { from, to, kind: told.kind };
    const known = strongest.get(pair);
    if (known === undefined || compare(found, known) < 0) strongest.set(pair, found);
  }
  return [...strongest.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The stronger kind first, and of two contrary statements the one from the smaller id. */
function compare(a: Connection, b: Connection): number {
  return STRONGEST_FIRST.indexOf(a.kind) - STRONGEST_FIRST.indexOf(b.kind) || a.from - b.from;
}
