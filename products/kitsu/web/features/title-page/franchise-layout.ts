import type { Franchise, TitleCard } from '../../api/types.ts';
import { type Anchor, type Route, routeOf } from './franchise-routes.ts';

export type Connection = Franchise['connections'][number];

/** Rows of the timeline: forms that are looked for together stand together. */
export const LANES = ['tv', 'movie', 'extra', 'music', 'unknown'] as const;
export type Lane = (typeof LANES)[number];

/** A title of the timeline with its upper left corner in pixels. */
export interface Node {
  readonly title: TitleCard;
  readonly lane: Lane;
  readonly x: number;
  readonly y: number;
  readonly isCurrent: boolean;
}

/** A franchise drawn as a timeline: years from left to right, one lane for each form, nothing on top of anything else. */
export interface Timeline {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly kind: Connection['kind']; readonly route: Route }[];
  /** Null for titles whose year nobody states. */
  readonly years: readonly { readonly year: number | null; readonly x: number; readonly width: number }[];
  readonly lanes: readonly { readonly lane: Lane; readonly y: number; readonly height: number }[];
}

/** Sizes in pixels. Edges run in the gaps. */
export const NODE = { width: 164, height: 56 } as const;
export const GAP = { x: 32, y: 18 } as const;
const TOP = 34;
const LANE_LABEL = 26;
const LANE_GAP = 10;
/** So many titles of one form and year stand below each other; more make the year wider. */
const ROWS_MAX = 3;

/**
 * Places the titles of a franchise. Of many titles those nearest to the current one are taken: first along stated connections,
 * then along time. The same franchise gives the same picture.
 */
export function layOutFranchise(
  franchise: Pick<Franchise, 'items' | 'connections'>,
  currentId: number | undefined,
  titlesMax: number,
): Timeline {
  const shown = neighbourhood(franchise, currentId, titlesMax);
  const lanes = layOutLanes(shown);
  const years = layOutYears(shown);
  const nodes = years.flatMap(({ year, x }) =>
    lanes.flatMap(({ lane, y }) =>
      shown
        .filter((title) => title.year === year && laneOf(title) === lane)
        .map((title, place) => ({
          title,
          lane,
          x: x + Math.floor(place / ROWS_MAX) * (NODE.width + GAP.x),
          y: y + LANE_LABEL + (place % ROWS_MAX) * (NODE.height + GAP.y),
          isCurrent: title.id === currentId,
        })),
    ),
  );
  const lastYear = years.at(-1);
  const lastLane = lanes.at(-1);
  return {
    width: lastYear === undefined ? 0 : lastYear.x + lastYear.width,
    height: lastLane === undefined ? 0 : lastLane.y + lastLane.height,
    nodes,
    edges: edgesBetween(nodes, franchise.connections),
    years,
    lanes,
  };
}

/** The current title, then what is connected to it, step by step, then what was broadcast nearest to it; in their given order. */
function neighbourhood(
  { items, connections }: Pick<Franchise, 'items' | 'connections'>,
  currentId: number | undefined,
  titlesMax: number,
): TitleCard[] {
  const current = items.findIndex(({ id }) => id === currentId);
  const taken = new Set(items[current] === undefined ? [] : [items[current].id]);
  for (const id of taken) {
    // A set goes on to what is added while it is gone through: breadth first.
    for (const { from, to } of connections) {
      if (from === id) taken.add(to);
      if (to === id) taken.add(from);
    }
  }
  const near = items
    .map(({ id }, place) => ({ id, distance: Math.abs(place - current) }))
    .sort((a, b) => a.distance - b.distance);
  for (const { id } of near) taken.add(id);
  const chosen = new Set([...taken].slice(0, titlesMax));
  return items.filter(({ id }) => chosen.has(id));
}

function laneOf({ kind }: TitleCard): Lane {
  if (kind === 'ova' || kind === 'ona' || kind === 'special') return 'extra';
  return kind;
}

function layOutLanes(shown: readonly TitleCard[]): Timeline['lanes'] {
  let y = TOP;
  return LANES.flatMap((lane) => {
    const counts = [
      ...Map.groupBy(
        shown.filter((title) => laneOf(title) === lane),
        ({ year }) => year,
      ).values(),
    ];
    if (counts.length === 0) return [];
    const rows = Math.min(ROWS_MAX, Math.max(...counts.map((titles) => titles.length)));
    const height = LANE_LABEL + rows * (NODE.height + GAP.y);
    const placed = { lane, y, height };
    y += height + LANE_GAP;
    return placed;
  });
}

function layOutYears(shown: readonly TitleCard[]): Timeline['years'] {
  const years = Map.groupBy(shown, ({ year }) => year);
  const order = [...years.keys()].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  let x = 0;
  return order.map((year) => {
    const titles = years.get(year) ?? [];
    const columns = Math.max(
      ...LANES.map((lane) => Math.ceil(titles.filter((title) => laneOf(title) === lane).length / ROWS_MAX)),
    );
    const width = columns * (NODE.width + GAP.x);
    const placed = { year, x, width };
    x += width;
    return placed;
  });
}

function edgesBetween(nodes: readonly Node[], connections: readonly Connection[]): Timeline['edges'] {
  const byId = new Map<number, Anchor>(nodes.map((node) => [node.title.id, node]));
  return connections.flatMap(({ from, to, kind }) => {
    const [source, target] = [byId.get(from), byId.get(to)];
    return source && target ? { kind, route: routeOf(source, target, NODE, GAP) } : [];
  });
}
