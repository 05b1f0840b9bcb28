/** Letters that look the same in both alphabets, Latin above Cyrillic. */
const LATIN = 'aeopcyxkmtbhi';
const CYRILLIC = 'аеорсухкмтвні';

/**
 * A word of both alphabets in one of them: letters of the rarer one become their look-alikes in the other, or else the
 * other way round. A word that neither settles stays as it is.
 */
export function inOneAlphabet(word: string): string {
  const latin = word.match(/[a-z]/g)?.length ?? 0;
  const cyrillic = word.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  if (latin === 0 || cyrillic === 0) return word;
  const inLatin = replaced(word, CYRILLIC, LATIN);
  const inCyrillic = replaced(word, LATIN, CYRILLIC);
  const [first, second] = latin > cyrillic ? [inLatin, inCyrillic] : [inCyrillic, inLatin];
  return [first, second].find((changed) => !isMixed(changed)) ?? word;
}

function replaced(word: string, from: string, to: string): string {
  return [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('');
}

function isMixed(word: string): boolean {
  return /[a-z]/.test(word) && /[\u0400-\u04ff]/.test(word);
}
