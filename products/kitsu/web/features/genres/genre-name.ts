import type { GenreRef } from '../../api/types.ts';
import type { Language } from '../../i18n/languages.ts';

/** A genre's name for the reader; genres without a Russian name keep their English one. */
export function genreName({ name }: Pick<GenreRef, 'name'>, language: Language): string {
  return (language === 'ru' ? name.ru : null) ?? name.en;
}
