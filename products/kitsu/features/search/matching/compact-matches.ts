import type { Segment } from '../segment/segment.ts';
import { alikeTexts } from '../segment/signature.ts';
import { equalRange, lengthAt, prefixRange, textAt } from '../segment/text-pool.ts';
import { costMaxOf, EDIT_LENGTH_MAX, editCost, editsMaxOf } from './edit-cost.ts';
import type { QueryReading } from './query-reading.ts';
import type { NameMatch } from './title-matches.ts';
import { isTelling, soundQuality } from './word-matches.ts';

const PREFIX_MAX = 150;
const RANGE_MAX = 20_000;

/** Names that were met; `isCut` tells that there are more, which are less well known. */
export interface CompactMatches {
  readonly found: readonly NameMatch[];
  readonly isCut: boolean;
}

/** The names that sound like the query, whatever the spaces. */
export function wholeMatches(segment: Segment, reading: QueryReading): NameMatch[] {
  const { compact, byCompact } = segment.names;
  const [from, to] = equalRange(compact, reading.compact, byCompact);
  return Array.from(byCompact.subarray(from, to), (name) => ({
    name,
    closeness:
      lettersOf(segment, name) === reading.letters ? 1 : 0.5 + 0.5 * soundQuality(reading.compact.length),
    tier: 'exact' as const,
  }));
}

/** The names that sound like the query or begin with it, whatever the spaces. */
export function compactMatches(segment: Segment, reading: QueryReading): CompactMatches {
  const { compact, byCompact } = segment.names;
  const found = wholeMatches(segment, reading);
  const [, equalTo] = equalRange(compact, reading.compact, byCompact);
  const [, to] = prefixRange(compact, reading.compact, byCompact);
  const longer = byCompact.slice(equalTo, Math.min(to, equalTo + RANGE_MAX));
  for (const name of longer.sort().subarray(0, PREFIX_MAX)) {
    const ratio = reading.compact.length / lengthAt(compact, name);
    found.push({ name, closeness: 0.74 + 0.16 * ratio, tier: 'prefix' });
  }
  return { found, isCut: to - equalTo > PREFIX_MAX };
}

/** Of more words than this, and as long as this, a query is not looked at as a whole. */
const SPACING_WORDS_MAX = 3;
const SPACING_LENGTH_MIN = 16;

/** The names that the whole query is a misspelling of, whatever the spaces. */
export function nearCompactMatches(segment: Segment, reading: QueryReading): NameMatch[] {
  const { compact, compactSignatures } = segment.names;
  const text = reading.compact;
  const costMax = costMaxOf(text.length);
  if (text.length < 5 || text.length > EDIT_LENGTH_MAX || !isTelling(text, reading.letters)) return [];
  // With many words it is them that are compared, each by itself.
  if (reading.words.length > SPACING_WORDS_MAX && text.length >= SPACING_LENGTH_MIN) return [];
  const editsMax = editsMaxOf(costMax);
  const query = Uint16Array.from(text, (_, index) => text.charCodeAt(index));
  const found: NameMatch[] = [];
  const { starts, units } = compact;
  const lengths: readonly [number, number] = [text.length - editsMax, text.length + editsMax];
  for (const name of alikeTexts(compactSignatures, text, lengths, editsMax * 2)) {
    const cost = editCost(
      { query, units, start: starts[name] as number, length: lengthAt(compact, name) },
      costMax,
    );
    if (cost > costMax) continue;
    const closeness = 0.97 * (1 - (1.3 * cost) / 10 / text.length);
    found.push({ name, closeness, tier: cost === 0 ? 'exact' : 'near' });
  }
  return found;
}

/** The names whose words begin with the letters of the query. */
export function initialMatches(segment: Segment, reading: QueryReading): NameMatch[] {
  const { letters, names, order } = segment.initials;
  if (reading.words.length !== 1 || reading.letters.length < 2 || reading.letters.length > 8) return [];
  const [from, to] = equalRange(letters, reading.letters, order);
  const places = order
    .slice(from, Math.min(to, from + RANGE_MAX))
    .sort()
    .subarray(0, PREFIX_MAX);
  const closeness = INITIALS_CLOSENESS[reading.letters.length] ?? INITIALS_CLOSENESS[5] ?? 0;
  return Array.from(places, (place) => ({ name: names[place] as number, closeness, tier: 'words' as const }));
}

/** The more letters, the less it is by chance. */
const INITIALS_CLOSENESS = [0, 0, 0.55, 0.68, 0.76, 0.8];

function lettersOf({ names, words }: Segment, name: number): string {
  let letters = '';
  for (let at = names.wordStarts[name] as number; at < (names.wordStarts[name + 1] as number); at += 1) {
    letters += textAt(words.letters, names.words[at] as number);
  }
  return letters;
}
