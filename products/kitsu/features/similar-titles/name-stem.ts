/** Words that join others: a stem that ends in one says too little. */
const JOINING = new Set([
  'a',
  'an',
  'and',
  'de',
  'ga',
  'in',
  'na',
  'ni',
  'no',
  'of',
  'the',
  'to',
  'wa',
  'wo',
]);

const WORDS = 2;

/**
 * The first two words of a name, or more where they end in a joining word: "One Piece: Episode of Nami" and "One Piece"
 * have the same stem.
 */
export function nameStem(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [name];
  let end = WORDS;
  while (end < words.length && JOINING.has(words[end - 1] ?? '')) end += 1;
  return words.slice(0, end).join(' ');
}
