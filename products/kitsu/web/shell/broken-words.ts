import type { Language } from '../i18n/languages.ts';

interface BrokenWords {
  readonly title: string;
  readonly text: string;
  readonly retry: string;
  readonly home: string;
}

/** Kept out of the dictionaries: the error page runs in the browser, which should not load all words for four. */
export const BROKEN: Readonly<Record<Language, BrokenWords>> = {
  en: {
    title: 'Something went wrong on our side',
    text: 'The page could not be shown. Try again; if it stays like this, go back to the start.',
    retry: 'Try again',
    home: 'Go to the start',
  },
  ru: {
    title: 'У нас что-то сломалось',
    text: 'Страницу не удалось показать. Попробуйте снова; если не поможет, вернитесь на главную.',
    retry: 'Попробовать снова',
    home: 'На главную',
  },
};
