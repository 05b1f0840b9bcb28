import { type Random, seededRandom } from './random.ts';
import { GENRES, STUDIOS, WORDS } from './words.ts';

/** A row of an anime-offline-database file, with what such files hold of a title. */
export interface GeneratedRow {
  readonly sources: readonly string[];
  readonly title: string;
  readonly type: 'TV' | 'MOVIE' | 'OVA' | 'ONA' | 'SPECIAL';
  readonly episodes: number;
  readonly status: 'FINISHED' | 'ONGOING' | 'UPCOMING';
  readonly animeSeason: { readonly season: string; readonly year: number | null };
  readonly picture: string;
  readonly thumbnail: string;
  readonly synonyms: readonly string[];
  readonly studios: readonly string[];
  readonly producers: readonly string[];
  readonly relatedAnime: readonly string[];
  readonly tags: readonly string[];
}

/** As many titles as the real dataset that the benchmark was made with. */
export const TITLE_COUNT = 37_317;

const SEED = 20_160_401;
const TYPES = ['TV', 'TV', 'TV', 'MOVIE', 'OVA', 'ONA', 'SPECIAL'] as const;
const SEASONS = ['WINTER', 'SPRING', 'SUMMER', 'FALL'];
const NO_PICTURE = 'https://example.org/pics/no_pic.png';

/** Invented titles, the same ones on every machine: names in four scripts, ids at several sites, genres, relations. */
export function generatedRows(count: number = TITLE_COUNT): GeneratedRow[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, (_, index) => generatedRow(random, index + 1));
}

function generatedRow(random: Random, id: number): GeneratedRow {
  const names = namesOf(random, id);
  const year = random.chance(0.7) ? 1965 + random.below(60) : null;
  const type = random.pick(TYPES);
  return {
    sources: sourcesOf(random, id),
    title: names.romaji,
    type,
    episodes: type === 'TV' ? 12 + random.below(14) : 1 + random.below(3),
    status: random.chance(0.97) ? 'FINISHED' : random.pick(['ONGOING', 'UPCOMING']),
    animeSeason: { season: year === null ? 'UNDEFINED' : random.pick(SEASONS), year },
    picture: NO_PICTURE,
    thumbnail: NO_PICTURE,
    synonyms: names.others,
    studios: random.chance(0.6) ? [random.pick(STUDIOS)] : [],
    producers: [],
    relatedAnime: random.chance(0.3)
      ? [1, 2].map((step) => malPage(1 + ((id + step * 7) % TITLE_COUNT)))
      : [],
    tags: random.some(GENRES, 1 + random.below(7)),
  };
}

function sourcesOf(random: Random, id: number): string[] {
  const sources = [malPage(id)];
  if (random.chance(0.8)) sources.push(`https://anilist.co/anime/${100_000 + id}`);
  if (random.chance(0.7)) sources.push(`https://anidb.net/anime/${200_000 + id}`);
  if (random.chance(0.7)) sources.push(`https://kitsu.app/anime/${300_000 + id}`);
  if (random.chance(0.5)) sources.push(`https://livechart.me/anime/${400_000 + id}`);
  if (random.chance(0.5)) sources.push(`https://simkl.com/anime/${500_000 + id}`);
  return sources;
}

function malPage(id: number): string {
  return `https://myanimelist.net/anime/${id}`;
}

/** Names that say the same in several languages, and a number where that many combinations of words run out. */
function namesOf(random: Random, id: number): { romaji: string; others: string[] } {
  const words = [random.pick(WORDS), random.pick(WORDS), random.pick(WORDS)];
  const part = random.chance(0.15) ? ` ${2 + random.below(4)}` : '';
  const join = (language: 0 | 1 | 2 | 3 | 4, between: string) =>
    words.map((word) => word[language]).join(between) + part;
  const others = [join(1, ' ')];
  if (random.chance(0.7)) others.push(join(2, 'の'));
  if (random.chance(0.5)) others.push(join(3, ' '));
  if (random.chance(0.3)) others.push(join(4, '의 '));
  if (random.chance(0.2)) others.push(`${words.map((word) => word[1][0]).join('')}${id}`);
  return { romaji: join(0, ' no '), others };
}
