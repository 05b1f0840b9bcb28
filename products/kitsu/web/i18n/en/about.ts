/** Words of the page about the data. */
export const about = {
  title: 'About the data',
  description:
    'Where the catalogue comes from, how old it is, how much of it is known, and what is never made up.',
  lead: '{titles} and {names}, from {sources}.',
  sourcesCount: { one: '{n} source', other: '{n} sources' },
  empty:
    'Nothing has been imported yet, so there is nothing to say about the data. The first import fills this page:',
  sources: {
    heading: 'Sources',
    titles: 'States something of {titles}',
    imported: 'Last import: {date}',
    importedUnknown: 'The day of the import is not kept.',
    dated: 'The source dates its data: {date}',
    states: 'States',
  },
  coverage: {
    heading: 'How much is known',
    text: 'Of how many of the {titles} each thing is known. What no source states stays empty on the pages.',
    fields: {
      year: 'Year',
      episodes: 'Number of episodes',
      score: 'Score',
      popularity: 'Popularity',
      genres: 'Genres or themes',
      studios: 'Studio',
      englishName: 'English name',
      japaneseName: 'Japanese name',
      russianName: 'Russian name',
      englishDescription: 'English description',
      russianDescription: 'Russian description',
    },
    percent: '{share} %',
  },
  forms: 'Forms',
  also: {
    heading: 'Also in the catalogue',
    languages: { one: 'names in {n} language', other: 'names in {n} languages' },
    genres: { one: '{n} genre or theme', other: '{n} genres and themes' },
    studios: { one: '{n} studio', other: '{n} studios' },
    franchises: { one: '{n} franchise', other: '{n} franchises' },
    adult: { one: '{n} adult title, left out of lists', other: '{n} adult titles, left out of lists' },
  },
  ranking: {
    heading: 'What comes first',
    text: [
      'Lists by popularity go by how many people keep a title in a list, as a source states it. Where no source does, an estimate from what is known of the title takes its place in the order; the estimate is never shown.',
      'Lists by score weigh each score by the voices behind it, so that three people cannot outrank three thousand. The score that is shown is the one that the source states.',
    ],
  },
  rules: {
    heading: 'Nothing is invented',
    items: [
      'A figure on a page comes from a source or from counting what sources state. What is not known is left out.',
      'What an editor enters or locks outranks every import.',
      'Franchises come from relations that sources state. Where they do not say how two titles are related, no line is drawn.',
      'Similar titles name what both really have. Nobody’s taste is guessed.',
      'Posters are drawn for this site from genre, year and form. They show no character and copy no cover.',
    ],
  },
  licence: {
    heading: 'Licences',
    text: [
      'The demo catalogue and the posters were made for Kitsu and come under the Apache License 2.0 with it.',
      'Imported datasets keep their own licences: whoever runs this site answers for having the right to show them.',
    ],
  },
  updated: 'The catalogue last changed on {date}',
  machine: 'The same numbers for programs',
} as const;
