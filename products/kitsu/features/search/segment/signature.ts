/** Which letters a text has (`once`), and which at least twice, each folded into 32 classes. */
export interface Signatures {
  readonly once: Uint32Array<ArrayBuffer>;
  readonly twice: Uint32Array<ArrayBuffer>;
}

const CLASS_MASK = 31;

/** Signatures of texts, to pass over most of those that cannot be near a query without looking at their letters. */
export function signaturesOf(texts: readonly string[]): Signatures {
  const once = new Uint32Array(texts.length);
  const twice = new Uint32Array(texts.length);
  for (let index = 0; index < texts.length; index += 1) {
    const [first, second] = signatureOf(texts[index] as string);
    once[index] = first;
    twice[index] = second;
  }
  return { once, twice };
}

/** The signature of one text: see {@link Signatures}. */
export function signatureOf(text: string): [once: number, twice: number] {
  let once = 0;
  let twice = 0;
  for (let index = 0; index < text.length; index += 1) {
    const bit = 1 << (text.charCodeAt(index) & CLASS_MASK);
    if ((once & bit) === 0) once |= bit;
    else twice |= bit;
  }
  return [once >>> 0, twice >>> 0];
}

/** How many bits of two signatures differ: one edit of a text changes two at most, an exchange of neighbours none. */
export function differingBits(once: number, twice: number, otherOnce: number, otherTwice: number): number {
  return bitCount(once ^ otherOnce) + bitCount(twice ^ otherTwice);
}

/** The number of set bits, added up in parallel (Warren, Hacker's Delight, 5-1). */
function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
