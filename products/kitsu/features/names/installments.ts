/** Ordinals that are written as words, in English and Russian; other genders and cases begin alike. */
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  перв: 1,
  втор: 2,
  трет: 3,
  четверт: 4,
  пят: 5,
  шест: 6,
};
const KANJI_DIGITS = '〇一二三四五六七八九十';
const ROMAN = ['', '', 'ii', 'iii', 'iv', '', 'vi', 'vii', 'viii', 'ix'];

const NUMBER =
  '(\\d{1,2}|ii|iii|iv|vi|[〇一二三四五六七八九十]|first|second|third|fourth|fifth|sixth|перв|втор|трет|четверт|пят|шест)';
/** What may follow a number: 2nd, 2-й, второй, второго. */
const ENDING = '(?:st|nd|rd|th| ?й| ?я|ый|ой|ий|ый|ая|ья|ье|ое|ого|ья)?';
const SEASON = '(?:seasons?|сезон[а-я]*|saison|temporada|stagione|staffel|シーズン|시즌)';
const PART = '(?:part|pt|cour|часть|части|parte|partie|teil)';
const START = '(?<=^| )';
const END = '(?= |$)';

const SEASON_FORMS = [
  new RegExp(`${START}${NUMBER}${ENDING} ?${SEASON}${END}`, 'gu'),
  new RegExp(`${START}${SEASON} ?${NUMBER}${ENDING}${END}`, 'gu'),
  new RegExp(`${START}(?:s|tv|тв) ?0?(\\d{1,2})${END}`, 'gu'),
  /第? ?([0-9]{1,2}|[〇一二三四五六七八九十]) ?(?:期|季|シリーズ|시즌|기(?= |$))/gu,
];
const PART_FORMS = [
  new RegExp(`${START}${NUMBER}${ENDING} ?${PART}${END}`, 'gu'),
  new RegExp(`${START}${PART} ?${NUMBER}${ENDING}${END}`, 'gu'),
  /第 ?([0-9]{1,2}|[〇一二三四五六七八九十]) ?(?:部|クール)/gu,
];
/** Cheap test whether any form can apply: most names have none. */
const MAYBE =
  /season|сезон|saison|temporada|stagione|staffel|시즌|シーズン|시즌|기|期|季|シリーズ|part|pt|cour|часть|части|teil|第|(?:^| )(?:s|tv|тв) ?\d/u;
const ROMAN_WORD = /(?<= )(?:ii|iii|iv|vi|vii|viii|ix)(?= |$)/g;

/** Stands before the number of a season in what {@link unifyInstallments} returns. */
export const SEASON_MARK = '#';
/** Stands before the number of a part. */
export const PART_MARK = '~';

/**
 * Writes which season or part is meant in one way, whatever the words: `2nd season`, `season 2`, `s2`, `тв 2`, `второй
 * сезон` and `第2期` become `#2`, `part 2` and `часть 2` become `~2`; the first season or part is no word at all, since
 * the name alone means it. Roman numerals from II to IX become digits, unless they stand first. The text is to be folded
 * words with single spaces.
 */
export function unifyInstallments(words: string): string {
  let result = words.replace(ROMAN_WORD, (roman) => String(ROMAN.indexOf(roman)));
  if (MAYBE.test(result)) {
    for (const form of SEASON_FORMS)
      result = result.replace(form, (_, number) => marked(SEASON_MARK, number));
    for (const form of PART_FORMS) result = result.replace(form, (_, number) => marked(PART_MARK, number));
    result = result.replace(/ {2,}/g, ' ').trim();
    if (result === '') return words;
  }
  return result;
}

function marked(mark: string, written: string): string {
  const number = numberOf(written);
  return number === 1 ? ' ' : ` ${mark}${number} `;
}

function numberOf(written: string): number {
  const kanji = KANJI_DIGITS.indexOf(written);
  if (kanji !== -1) return kanji;
  return ORDINALS[written] ?? (ROMAN.includes(written) ? ROMAN.indexOf(written) : Number(written));
}
