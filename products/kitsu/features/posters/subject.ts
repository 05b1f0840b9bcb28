/** What a poster is drawn from; nothing else influences it. */
export interface PosterInput {
  /** The title's id. */
  readonly seed: number;
  readonly slug: string;
  /** Genre and theme slugs or names, in any spelling; may be empty. */
  readonly genres: readonly string[];
  /** tv, movie, ova, music, … */
  readonly kind: string;
  readonly year: number | null;
}

/** Stirs the chance of all posters at once: the edition in which the first titles of the demo catalogue differ most. */
const EDITION = 52;

/** An input with its genres in the words that scenes and inks know. */
export interface Subject {
  readonly key: string;
  readonly genres: readonly string[];
  readonly year: number | null;
}

/** Words that sources use, by the word that is meant; an unlisted word means itself. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  action: ['shounen', 'fighting', 'super-power', 'superhero', 'battle-royale'],
  adventure: ['travel', 'action-adventure', 'pirates', 'survival', 'exploration'],
  comedy: ['parody', 'gag-humor', 'slapstick', 'gag'],
  drama: ['tragedy', 'seinen', 'coming-of-age', 'melodrama'],
  fantasy: ['isekai', 'reincarnation', 'dragons', 'high-fantasy', 'dark-fantasy', 'medieval', 'elf'],
  food: ['cooking', 'gourmet', 'restaurant'],
  ghosts: ['ghost', 'youkai', 'yokai', 'demons', 'demon', 'mythology', 'shinto', 'folklore'],
  historical: ['history', 'feudal-japan', 'edo-period', 'period-drama', 'josei-historical'],
  horror: ['gore', 'zombies', 'vampire', 'vampires', 'body-horror'],
  kids: ['children', 'educational', 'family', 'family-life', 'anthropomorphic', 'animals', 'pets'],
  magic: ['magical-girl', 'mahou-shoujo', 'witch', 'witches'],
  martial: ['martial-arts', 'samurai', 'swordplay', 'ninja', 'sword'],
  mecha: ['robots', 'robot', 'real-robot', 'super-robot', 'android', 'cyborg'],
  military: ['war', 'war-politics', 'police', 'guns'],
  music: ['idol', 'idols-female', 'idols-male', 'band', 'performing-arts', 'dancing'],
  mystery: ['detective', 'crime', 'suspense'],
  nature: ['iyashikei', 'countryside', 'rural', 'environmental'],
  psychological: ['philosophy', 'game', 'strategy-game', 'avant-garde', 'dementia', 'surreal', 'time-travel'],
  racing: ['cars', 'motorsport', 'motorcycles'],
  romance: [
    'love',
    'josei',
    'yuri',
    'yaoi',
    'shoujo',
    'shoujo-ai',
    'shounen-ai',
    'boys-love',
    'girls-love',
    'harem',
    'love-polygon',
  ],
  school: ['school-life', 'high-school', 'college', 'school-club', 'delinquents'],
  'sci-fi': [
    'science-fiction',
    'sci-fi-fantasy',
    'cyberpunk',
    'dystopia',
    'post-apocalyptic',
    'virtual-reality',
    'steampunk',
  ],
  'slice-of-life': ['cgdct', 'cute-girls-doing-cute-things', 'childcare', 'workplace', 'healing'],
  space: ['space-opera', 'outer-space', 'aliens', 'astronomy'],
  sports: [
    'sport',
    'team-sports',
    'combat-sports',
    'baseball',
    'basketball',
    'football',
    'volleyball',
    'tennis',
  ],
  supernatural: ['occult', 'urban-fantasy', 'curse', 'spirits'],
};

const MEANING_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(MEANINGS).flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)),
);

const slugOf = (genre: string) =>
  genre
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Reads an input: spellings of a genre become one word, in order of first mention, each once. */
export function readSubject(input: PosterInput): Subject {
  const genres = input.genres.map((genre) => {
    const slug = slugOf(genre);
    return MEANING_OF.get(slug) ?? slug;
  });
  if (input.kind.toLowerCase() === 'music') genres.push('music');
  return { key: `${input.seed}/${input.slug}/${EDITION}`, genres: [...new Set(genres)], year: input.year };
}
