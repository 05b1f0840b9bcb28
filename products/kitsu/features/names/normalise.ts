/** A name as it is compared: `words` with single spaces between them, `compact` with none. */
export interface NormalisedName {
  readonly words: string;
  readonly compact: string;
}

/** Marks that carry a sound of their own and so are no decoration: the kana voicing marks. */
const VOICED_KANA_MARKS = /[\u3099\u309A]/u;
const COMBINING_MARK = /\p{Mn}/u;

/** Letters that people type in place of each other, beyond what Unicode folds by itself. */
const FOLDED_LETTERS: Readonly<Record<string, string>> = {
  ё: 'е',
  '×': 'x',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '&': ' and ',
};

/** Letters of the Cyrillic alphabet whose mark makes another letter: й is not и with a decoration. */
const CYRILLIC_WITH_MARK = /[\u0400-\u04FF]/u;

/** Characters that nobody sees: control and format characters, halves of a character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * Folds a name so that spellings a reader takes for the same become equal: Unicode NFKC, lower case, ё as е,
 * diacritics dropped from Latin and Greek letters, punctuation as a space. Kana marks and й stay. Only a name without
 * anything to see has no form.
 * The same function is used for stored names and for queries; changing it means normalising the stored names again.
 */
export function normaliseName(name: string): NormalisedName {
  const folded = dropDecorations(name.normalize('NFKC').toLowerCase());
  const words = folded
    .replace(/['’`´ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}ー々〆]+/gu, ' ')
    .trim();
  // A name of nothing but signs ("†", "!!!") keeps them: it must be findable by them.
  const kept = words === '' ? folded.replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim() : words;
  return { words: kept, compact: kept.replaceAll(' ', '') };
}

/** Most names are: nothing in them is decorated, and of the folded letters they can only have the last. */
const PLAIN = /^[\x20-\x7e]*$/;

function dropDecorations(text: string): string {
  if (PLAIN.test(text)) return text.replaceAll('&', ' and ');
  let result = '';
  let base = '';
  for (const character of text.normalize('NFD')) {
    if (COMBINING_MARK.test(character)) {
      const isPartOfLetter =
        VOICED_KANA_MARKS.test(character) || (CYRILLIC_WITH_MARK.test(base) && character === '\u0306');
      if (isPartOfLetter || !/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(base)) {
        result += character;
      }
      continue;
    }
    base = character;
    result += FOLDED_LETTERS[character] ?? character;
  }
  return result.normalize('NFC');
}
