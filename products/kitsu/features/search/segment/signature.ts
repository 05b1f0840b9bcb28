/**
 * Texts by their length, with which letters each has (`once`) and which at least twice, folded into 32 classes: enough to
 * pass over nearly all texts that cannot be near another without looking at their letters.
 */
export interface Signatures {
  /** Places of the texts, the shortest first; all that follows is in this order. */
  readonly places: Uint32Array<ArrayBuffer>;
  readonly once: Uint32Array<ArrayBuffer>;
  readonly twice: Uint32Array<ArrayBuffer>;
  /** Where the texts of each length begin; the last length stands for all longer ones too, and one entry more ends them. */
  readonly lengthStarts: Uint32Array<ArrayBuffer>;
}

/** Texts of this length and longer are one lot. */
export const SIGNED_LENGTH_MAX = 64;

const CLASS_MASK = 31;

/** Signatures of texts. */
export function signaturesOf(texts: readonly string[]): Signatures {
  const lengthStarts = new Uint32Array(SIGNED_LENGTH_MAX + 2);
  const lotOf = (text: string) => Math.min(text.length, SIGNED_LENGTH_MAX);
  for (const text of texts) lengthStarts[lotOf(text) + 1] = (lengthStarts[lotOf(text) + 1] as number) + 1;
  for (let lot = 1; lot < lengthStarts.length; lot += 1) {
    lengthStarts[lot] = (lengthStarts[lot] as number) + (lengthStarts[lot - 1] as number);
  }
  const next = lengthStarts.slice();
  const places = new Uint32Array(texts.length);
  const once = new Uint32Array(texts.length);
  const twice = new Uint32Array(texts.length);
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] as string;
    const at = next[lotOf(text)] as number;
    next[lotOf(text)] = at + 1;
    places[at] = place;
    const [first, second] = signatureOf(text);
    once[at] = first;
    twice[at] = second;
  }
  return { places, once, twice, lengthStarts };
}

/** The signature of one text: see {@link Signatures}. */
function signatureOf(text: string): [once: number, twice: number] {
  let once = 0;
  let twice = 0;
  for (let index = 0; index < text.length; index += 1) {
    const bit = 1 << (text.charCodeAt(index) & CLASS_MASK);
    if ((once & bit) === 0) once |= bit;
    else twice |= bit;
  }
  return [once >>> 0, twice >>> 0];
}

/**
 * The places of the texts of these lengths whose signatures differ from that of `text` in at most `bitsMax` bits: one edit of a
 * text changes two at most, an exchange of neighbours none.
 */
export function alikeTexts(
  { places, once, twice, lengthStarts }: Signatures,
  text: string,
  lengths: readonly [min: number, max: number],
  bitsMax: number,
): number[] {
  const [ownOnce, ownTwice] = signatureOf(text);
  const found: number[] = [];
  const [from, to] = rangeOf(lengthStarts, lengths);
  for (let at = from; at < to; at += 1) {
    const bits = bitCount(ownOnce ^ (once[at] as number));
    if (bits <= bitsMax && bits + bitCount(ownTwice ^ (twice[at] as number)) <= bitsMax) {
      found.push(places[at] as number);
    }
  }
  return found;
}

/** The places of the texts of these lengths that lack at most `bitsMax` of the letters of `text`. */
export function textsWithLetters(
  { places, once, twice, lengthStarts }: Signatures,
  text: string,
  lengths: readonly [min: number, max: number],
  bitsMax: number,
): number[] {
  const [ownOnce, ownTwice] = signatureOf(text);
  const found: number[] = [];
  const [from, to] = rangeOf(lengthStarts, lengths);
  for (let at = from; at < to; at += 1) {
    const bits = bitCount(ownOnce & ~(once[at] as number));
    if (bits <= bitsMax && bits + bitCount(ownTwice & ~(twice[at] as number)) <= bitsMax) {
      found.push(places[at] as number);
    }
  }
  return found;
}

function rangeOf(
  lengthStarts: Uint32Array,
  [min, max]: readonly [number, number],
): [from: number, to: number] {
  const first = Math.min(Math.max(min, 0), SIGNED_LENGTH_MAX);
  const last = Math.min(Math.max(max, 0), SIGNED_LENGTH_MAX);
  return [lengthStarts[first] as number, lengthStarts[last + 1] as number];
}

/** The number of set bits, added up in parallel (Warren, Hacker's Delight, 5-1). */
function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
