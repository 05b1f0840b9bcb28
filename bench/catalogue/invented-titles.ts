import { type GeneratedRow, generatedRows } from './generated-rows.ts';
import { nameOf, wordNumbers } from './invented-words.ts';
import { type Random, seededRandom } from './random.ts';

const SEED = 19_970_407;
const SEQUELS = [' 2nd Season', ' II', ' Movie', ': ', ' OVA', ' 3', ' Specials'] as const;

/**
 * Titles for a search: some six names each in five alphabets, of words as frequent as in real names, a third of the titles
 * sequels of earlier ones. The first n are the same for every count.
 */
export function inventedTitles(count: number): GeneratedRow[] {
  const random = seededRandom(SEED);
  const works: number[][] = [];
  return generatedRows(count).map((row) => {
    const isSequel = works.length > 0 && random.chance(0.35);
    const numbers = isSequel ? random.pick(works) : wordNumbers(random, 1 + random.below(5));
    if (!isSequel) works.push(numbers);
    const [title = '', ...synonyms] = namesOf(random, numbers, isSequel ? sequelOf(random) : '');
    return { ...row, title, synonyms: [...new Set(synonyms)].filter((name) => name !== title) };
  });
}

function sequelOf(random: Random): string {
  const sequel = random.pick(SEQUELS);
  return sequel === ': ' ? sequel + nameOf('romaji', wordNumbers(random, 2)) : sequel;
}

function namesOf(random: Random, numbers: readonly number[], sequel: string): string[] {
  const romaji = nameOf('romaji', numbers);
  const english = nameOf('english', numbers);
  const names = [romaji, english, nameOf('kana', numbers)];
  if (random.chance(0.75)) names.push(nameOf('chinese', numbers));
  if (random.chance(0.45)) names.push(nameOf('russian', numbers));
  if (random.chance(0.6)) names.push(romaji.replaceAll('ou', 'o').replaceAll('uu', 'u').concat('!'));
  if (random.chance(0.5)) names.push(`The ${english}`);
  if (random.chance(0.4)) names.push(nameOf('english', [...numbers].reverse()));
  if (random.chance(0.25)) names.push(numbers.map((number) => nameOf('romaji', [number]).charAt(0)).join(''));
  return names.filter((name) => name !== '').map((name) => name + sequel);
}
