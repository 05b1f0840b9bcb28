import { PART_MARK, SEASON_MARK } from '../../names/index.ts';
import type { Word } from '../reading/read-words.ts';
import type { WordColumns } from '../segment/segment.ts';
import { alikeTexts, type Signatures, textsWithLetters } from '../segment/signature.ts';
import { equalRange, lengthAt, prefixRange, type TextPool } from '../segment/text-pool.ts';
import { costMaxOf, EDIT_LENGTH_MAX, editCost, editsMaxOf } from './edit-cost.ts';

/** A word of the names that a word of the query may mean, and how surely: 1 is the very word. */
export interface WordMatch {
  readonly word: number;
  readonly quality: number;
  readonly isNear: boolean;
}

/** A prefix or a misspelling may mean many words; the best known ones are enough. */
const MATCHES_MAX = 64;
/** Words that begin with a single letter are too many to look at each. */
const RANGE_MAX = 4_000;

/** How sure a word is by its sound alone: the shorter, the more words sound like it. */
export function soundQuality(length: number): number {
  return SOUND_QUALITIES[length] ?? 0.97;
}

const SOUND_QUALITIES = [0, 0.78, 0.82, 0.84, 0.88, 0.94];

/** The words that a word of the query is or begins, by letters and by sound, the surest first. */
export function directMatches(words: WordColumns, word: Word, isLast: boolean): WordMatch[] {
  const found = new Map<number, number>();
  const keep = (id: number, quality: number) => {
    if (quality > (found.get(id) ?? 0)) found.set(id, quality);
  };
  const [from, to] = equalRange(words.letters, word.letters);
  for (let id = from; id < to; id += 1) keep(id, 1);
  const [soundFrom, soundTo] = equalRange(words.sounds, word.sound, words.bySound);
  for (let at = soundFrom; at < soundTo; at += 1)
    keep(words.bySound[at] as number, soundQuality(word.sound.length));
  for (const [form, quality] of numberForms(word.letters)) {
    const [first, last] = equalRange(words.letters, form);
    for (let id = first; id < last; id += 1) keep(id, quality);
  }
  if (!/^[#~]/.test(word.letters)) keepPrefixed(words, word, isLast, keep);
  return toMatches(found, false);
}

/** A season may be written as a bare number, and the other way round. */
function numberForms(letters: string): (readonly [form: string, quality: number])[] {
  if (/^[1-9]\d?$/.test(letters)) {
    return [
      [SEASON_MARK + letters, 0.92],
      [PART_MARK + letters, 0.85],
    ];
  }
  const number = letters.slice(1);
  if (letters.startsWith(SEASON_MARK)) {
    return [
      [number, 0.85],
      [PART_MARK + number, 0.6],
    ];
  }
  if (!letters.startsWith(PART_MARK)) return [];
  return [
    [number, 0.8],
    [SEASON_MARK + number, 0.6],
  ];
}

const SHORT_PREFIX = 3;
const SHORT_SOUND_QUALITY = 0.72;

function keepPrefixed(
  words: WordColumns,
  { letters, sound }: Word,
  isLast: boolean,
  keep: (id: number, quality: number) => void,
): void {
  if (!isLast && letters.length < 3) return;
  const [base, part] = isLast ? [0.86, 0.12] : [0.62, 0.2];
  const each = (pool: TextPool, prefix: string, order: Uint32Array | undefined, factor: number) => {
    for (const id of bestKnown(words, prefixRange(pool, prefix, order), order)) {
      const length = (pool.starts[id + 1] as number) - (pool.starts[id] as number);
      if (length > prefix.length) keep(id, (base + (part * prefix.length) / length) * factor);
    }
  };
  each(words.letters, letters, undefined, 1);
  // A few letters begin many words of their own script; those that only sound so would hide them.
  if (sound.length > SHORT_PREFIX || !/^[a-zа-я]/.test(letters)) {
    each(words.sounds, sound, words.bySound, soundQuality(sound.length));
  } else if (/^[а-я]/.test(letters)) {
    each(words.sounds, sound, words.bySound, SHORT_SOUND_QUALITY);
  }
}

/** The words of a range whose best-known name is the best known. */
function bestKnown(
  words: WordColumns,
  [from, to]: [number, number],
  order: Uint32Array | undefined,
): number[] {
  const ids: number[] = [];
  // Of a very wide range every n-th word is looked at: such a query is one or two letters long.
  const step = Math.ceil((to - from) / RANGE_MAX) || 1;
  for (let at = from; at < to; at += step) ids.push(order === undefined ? at : (order[at] as number));
  if (ids.length <= MATCHES_MAX) return ids;
  return ids.sort((a, b) => firstName(words, a) - firstName(words, b)).slice(0, MATCHES_MAX);
}

function firstName(words: WordColumns, id: number): number {
  return words.names[words.nameStarts[id] as number] as number;
}

const EXPLAINED_QUALITY = 0.82;

/** Whether a sound still says what the letters did: of letters that nobody would say in a row little is left. */
export function isTelling(sound: string, letters: string): boolean {
  return sound.length * 2 > letters.length;
}

/** The words that a word of the query may be a misspelling of, by letters or by sound, the surest first. */
export function nearMatches(words: WordColumns, word: Word, isLast: boolean): WordMatch[] {
  const found = new Map<number, number>();
  const keep = (id: number, quality: number) => {
    if (quality > (found.get(id) ?? 0)) found.set(id, quality);
  };
  scan(words.letters, words.letterSignatures, word.letters, isLast, keep);
  // What the letters explain well needs no ear.
  if ([...found.values()].some((quality) => quality >= EXPLAINED_QUALITY)) return toMatches(found, true);
  if (!isTelling(word.sound, word.letters)) return toMatches(found, true);
  scan(words.sounds, words.soundSignatures, word.sound, isLast, (id, quality) => {
    keep(id, quality * soundQuality(word.sound.length));
  });
  return toMatches(found, true);
}

function scan(
  pool: TextPool,
  signatures: Signatures,
  text: string,
  isLast: boolean,
  keep: (id: number, quality: number) => void,
): void {
  const length = text.length;
  const costMax = costMaxOf(length);
  if (costMax === 0 || length > EDIT_LENGTH_MAX || /^[#~0-9]/.test(text)) return;
  const editsMax = editsMaxOf(costMax);
  const query = Uint16Array.from(text, (_, index) => text.charCodeAt(index));
  const { starts, units } = pool;
  const near: readonly [number, number] = [length - editsMax, length + editsMax];
  for (const id of alikeTexts(signatures, text, near, editsMax * 2)) {
    const at = starts[id] as number;
    if (!beginsAlike(query, units[at] as number, units[at + 1] as number)) continue;
    const cost = editCost({ query, units, start: at, length: lengthAt(pool, id) }, costMax);
    if (cost <= costMax) keep(id, qualityOf(cost, length));
  }
  if (!isLast || length < UNFINISHED_MIN) return;
  const longer: readonly [number, number] = [length + 1, EDIT_LENGTH_MAX - 1];
  for (const id of textsWithLetters(signatures, text, longer, editsMax - 1)) {
    const own = lengthAt(pool, id);
    const at = starts[id] as number;
    if (!beginsAlike(query, units[at] as number, units[at + 1] as number)) continue;
    const cost = editCost({ query, units, start: at, length: own }, costMax, true);
    if (cost <= costMax) keep(id, qualityOf(cost, length) * (0.75 + (0.15 * length) / own));
  }
}

/** Whether one of the first two letters is right, if perhaps in the other's place: nobody gets both wrong. */
function beginsAlike(query: Uint16Array, first: number, second: number): boolean {
  const [one, other] = [query[0], query[1]];
  return one === first || other === second || one === second || other === first;
}

/** A last word of at least this length may be both misspelt and not yet finished. */
const UNFINISHED_MIN = 5;

function qualityOf(cost: number, length: number): number {
  return 1 - (1.3 * cost) / 10 / length;
}

function toMatches(found: ReadonlyMap<number, number>, isNear: boolean): WordMatch[] {
  return Array.from(found, ([word, quality]) => ({ word, quality, isNear }))
    .sort((a, b) => b.quality - a.quality)
    .slice(0, MATCHES_MAX * 2);
}
