import type { Dictionary } from './translated.ts';

/** What every form of the site has to say; the problems by the one word that the API says for each. */
export type FormWords = Omit<Dictionary['forms'], 'problems'> & {
  readonly problems: Readonly<Record<string, string>> & Dictionary['forms']['problems'];
};
