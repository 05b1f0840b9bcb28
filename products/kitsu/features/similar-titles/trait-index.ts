import { setImmediate as otherWork } from 'node:timers/promises';
import { nameStem } from './name-stem.ts';
import type { TraitRows } from './queries.ts';

/** Something that titles have in common, and what it says: the rarer, the more. */
export interface Trait {
  readonly kind: 'genre' | 'studio';
  readonly slug: string;
  readonly name?: string;
  /** ln(titles / titles that have it), bounded. */
  readonly weight: number;
}

/**
 * All titles with traits, in columns: the title at a place has the traits from `starts[place]` up to `starts[place + 1]`.
 * Titles are sorted by id. 32 bytes for each title and 4 for each of its traits.
 */
export interface TraitIndex {
  readonly traits: readonly Trait[];
  readonly ids: Int32Array;
  /** 0 for none. */
  readonly franchises: Int32Array;
  /** Equal for titles whose names begin alike; see name-stem.ts. */
  readonly stems: Int32Array;
  /** 0 when unknown. */
  readonly years: Int32Array;
  readonly kinds: Int32Array;
  /** 1 for adults. */
  readonly adult: Int32Array;
  /** Thousandths of the ranking. */
  readonly rankings: Int32Array;
  readonly starts: Int32Array;
  readonly traitsOf: Int32Array;
}

const COLUMNS = [
  'ids',
  'franchises',
  'stems',
  'years',
  'kinds',
  'adult',
  'rankings',
  'starts',
  'traitsOf',
] as const;
type Column = (typeof COLUMNS)[number];

/** A tag that two titles have and nobody else may not outweigh all that they differ in. */
const GENRE_WEIGHT_MAX = 5;
/** Studios are stated for few titles; where they are, one says about as much as a common genre. */
const STUDIO_WEIGHT_MAX = 1.5;

const BYTES = Int32Array.BYTES_PER_ELEMENT;

/** So many titles are read in about a millisecond; between two such pieces whatever else is waiting is done. */
const PIECE = 1_000;

/**
 * The index of these titles as one block of bytes that {@link readIndex} reads without copying it. Made piece by piece: others
 * are answered meanwhile.
 */
export async function writeIndex(rows: TraitRows): Promise<Buffer> {
  const { traits, placeOf } = await traitsOf(rows);
  const columns: Record<Column, number[]> = {
    ids: [],
    franchises: [],
    stems: [],
    years: [],
    kinds: [],
    adult: [],
    rankings: [],
    starts: [0],
    traitsOf: [],
  };
  const kinds = numbering();
  const stems = numbering();
  for (const [place, title] of rows.titles.entries()) {
    if (place % PIECE === 0) await otherWork();
    const [id, franchise, year, kind, ranking, isAdult, genres, studios, name] = title;
    columns.ids.push(id);
    columns.franchises.push(franchise);
    columns.stems.push(stems(nameStem(name)));
    columns.years.push(year);
    columns.kinds.push(kinds(kind));
    columns.adult.push(isAdult ? 1 : 0);
    columns.rankings.push(Math.round(ranking * 1000));
    for (const genre of genres) columns.traitsOf.push(placeOf.get(`genre ${genre}`) ?? 0);
    for (const studio of studios) columns.traitsOf.push(placeOf.get(`studio ${studio}`) ?? 0);
    columns.starts.push(columns.traitsOf.length);
  }
  const head = Buffer.from(
    JSON.stringify({ traits, lengths: COLUMNS.map((column) => columns[column].length) }),
  );
  const bodyAt = BYTES + Math.ceil(head.length / BYTES) * BYTES;
  const numberCount = COLUMNS.reduce((sum, column) => sum + columns[column].length, 0);
  const block = new ArrayBuffer(bodyAt + numberCount * BYTES);
  new Int32Array(block, 0, 1)[0] = head.length;
  new Uint8Array(block, BYTES, head.length).set(head);
  let at = bodyAt;
  for (const column of COLUMNS) {
    new Int32Array(block, at).set(columns[column]);
    at += columns[column].length * BYTES;
  }
  return Buffer.from(block);
}

/** Reads what {@link writeIndex} wrote. */
export function readIndex(block: Buffer): TraitIndex {
  const { buffer, byteOffset } = block;
  const headBytes = new Int32Array(buffer, byteOffset, 1)[0] ?? 0;
  const head = JSON.parse(block.toString('utf8', BYTES, BYTES + headBytes)) as {
    traits: Trait[];
    lengths: number[];
  };
  let at = byteOffset + BYTES + Math.ceil(headBytes / BYTES) * BYTES;
  const columns = COLUMNS.map((column, place) => {
    const length = head.lengths[place] ?? 0;
    const numbers = new Int32Array(buffer, at, length);
    at += length * BYTES;
    return [column, numbers] as const;
  });
  return { traits: head.traits, ...(Object.fromEntries(columns) as Record<Column, Int32Array>) };
}

/** Gives equal texts equal numbers. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

async function traitsOf({ titles, genres, studios }: TraitRows) {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [place, [, , , , , , genreIds, studioIds]] of titles.entries()) {
    if (place % PIECE === 0) await otherWork();
    for (const id of genreIds) count(`genre ${id}`);
    for (const id of studioIds) count(`studio ${id}`);
  }
  const weigh = (key: string, max: number) => {
    const rarity = Math.log(titles.length / (counts.get(key) ?? titles.length));
    return Math.round(Math.min(rarity, max) * 1000) / 1000;
  };
  const placeOf = new Map<string, number>();
  const traits: Trait[] = [];
  for (const { id, slug } of genres) {
    placeOf.set(`genre ${id}`, traits.length);
    traits.push({ kind: 'genre', slug, weight: weigh(`genre ${id}`, GENRE_WEIGHT_MAX) });
  }
  for (const { id, slug, name } of studios) {
    placeOf.set(`studio ${id}`, traits.length);
    traits.push({ kind: 'studio', slug, name, weight: weigh(`studio ${id}`, STUDIO_WEIGHT_MAX) });
  }
  return { traits, placeOf };
}
