/** Costs are in tenths of an edit. */
export const FULL_COST = 10;

const VOWEL_FOR_VOWEL = 5;
const NEIGHBOUR_KEY = 6;
const DIGIT_FOR_ANYTHING = 25;
const SWAP = 6;

/** Sounds (see names/sound-key.ts) and letters that the ear or the eye takes for each other. */
const SIMILAR: readonly (readonly [pairs: string, cost: number])[] = [
  ['sS zJ tC cC TC sT JC hF vF fF sz bv vw lr kg td pb mn kc ck qk yi jJ yJ', 5],
  ['hv fh рл шщ ъь ие тд бп гк зс вф', 5],
];
const VOWELS = 'aeiouyаеиоуыэюяй';
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

const TABLE_SIZE = 256;
const CYRILLIC_FIRST = 0x400;
const CYRILLIC_COUNT = 96;
const ASCII_COUNT = 128;

const SUBSTITUTION = substitutionTable();
const OMISSION = omissionTable();

/** A place for a character in the tables; all those that no table knows share the last one. */
function place(code: number): number {
  if (code < ASCII_COUNT) return code;
  const cyrillic = code - CYRILLIC_FIRST;
  return cyrillic >= 0 && cyrillic < CYRILLIC_COUNT ? ASCII_COUNT + cyrillic : TABLE_SIZE - 1;
}

/** What it costs to take one character for another: little for vowels, keys side by side and sounds that are alike. */
export function substitutionCost(a: number, b: number): number {
  return a === b ? 0 : (SUBSTITUTION[place(a) * TABLE_SIZE + place(b)] as number);
}

/** What it costs to leave a character out or put it in, after `before`: a doubled letter or a vowel is soon forgotten. */
export function omissionCost(code: number, before: number): number {
  return code === before ? DOUBLED : (OMISSION[place(code)] as number);
}

const DOUBLED = 3;

/** The least that any omission costs. */
export const CHEAPEST_OMISSION = DOUBLED;

/** What it costs to write two neighbouring characters in the wrong order. */
export const SWAP_COST = SWAP;

/** How much more a mistake costs in the first letter, which people rarely get wrong. */
export const FIRST_LETTER_COST = 4;

function substitutionTable(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE * TABLE_SIZE).fill(FULL_COST);
  const set = (a: string, b: string, cost: number) => {
    const [one, other] = [place(a.charCodeAt(0)), place(b.charCodeAt(0))];
    table[one * TABLE_SIZE + other] = Math.min(cost, table[one * TABLE_SIZE + other] as number);
    table[other * TABLE_SIZE + one] = table[one * TABLE_SIZE + other] as number;
  };
  for (const row of KEY_ROWS) {
    for (let index = 1; index < row.length; index += 1)
      set(row[index - 1] ?? '', row[index] ?? '', NEIGHBOUR_KEY);
  }
  for (const a of VOWELS) for (const b of VOWELS) set(a, b, VOWEL_FOR_VOWEL);
  for (const [pairs, cost] of SIMILAR)
    for (const pair of pairs.split(' ')) set(pair[0] ?? '', pair[1] ?? '', cost);
  // Another number is another season: never a slip.
  for (const digit of '0123456789#~')
    table.fill(
      DIGIT_FOR_ANYTHING,
      place(digit.charCodeAt(0)) * TABLE_SIZE,
      (place(digit.charCodeAt(0)) + 1) * TABLE_SIZE,
    );
  for (let other = 0; other < TABLE_SIZE; other += 1) {
    for (const digit of '0123456789#~')
      table[other * TABLE_SIZE + place(digit.charCodeAt(0))] = DIGIT_FOR_ANYTHING;
  }
  return table;
}

function omissionTable(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE).fill(FULL_COST);
  for (const vowel of VOWELS) table[place(vowel.charCodeAt(0))] = 7;
  for (const weak of 'hьъ') table[place(weak.charCodeAt(0))] = 6;
  for (const digit of '0123456789#~') table[place(digit.charCodeAt(0))] = DIGIT_FOR_ANYTHING;
  return table;
}
