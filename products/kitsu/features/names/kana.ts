/** Syllables by the kana that write them, in Hepburn's spelling; katakana are looked up as their hiragana. */
const SYLLABLES: ReadonlyMap<string, string> = new Map(
  (
    'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo ' +
    'たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ' +
    'ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ゔvu'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(1)]),
);

const SMALL_Y: Readonly<Record<string, string>> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };
const SMALL_VOWEL: Readonly<Record<string, string>> = { ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' };

const KATAKANA_FIRST = 0x30a1;
const KATAKANA_LAST = 0x30f6;
const KATAKANA_TO_HIRAGANA = 0x60;

/**
 * Writes kana in Latin letters by modified Hepburn, without marks of length and with a doubled letter for っ:
 * きめつ is `kimetsu`, シュタインズ `shutainzu`. Other characters stay as they are.
 */
export function kanaToLatin(text: string): string {
  let result = '';
  let doubles = false;
  for (const character of text) {
    const kana = toHiragana(character);
    const smallY = SMALL_Y[kana];
    const smallVowel = SMALL_VOWEL[kana];
    if (kana === 'っ') doubles = true;
    else if (kana === 'ー' || kana === '・') continue;
    else if (smallY !== undefined) result = glide(result, smallY);
    else if (smallVowel !== undefined) result = result.replace(/[aeiou]$/, '') + smallVowel;
    else {
      const syllable = SYLLABLES.get(kana) ?? character;
      result += doubles ? syllable.slice(0, 1) + syllable : syllable;
      doubles = false;
    }
  }
  return result;
}

/** しゃ is `sha` and じゃ `ja`, since their consonant has the glide in it; きゃ is `kya`. */
function glide(before: string, vowel: string): string {
  const consonant = before.replace(/i$/, '');
  return /(?:sh|ch|j)$/.test(consonant) ? consonant + vowel : `${consonant}y${vowel}`;
}

function toHiragana(character: string): string {
  const code = character.charCodeAt(0);
  const isKatakana = code >= KATAKANA_FIRST && code <= KATAKANA_LAST;
  return isKatakana ? String.fromCharCode(code - KATAKANA_TO_HIRAGANA) : character;
}
