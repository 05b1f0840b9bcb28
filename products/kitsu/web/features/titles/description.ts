import type { TitleDetail } from '../../api/types.ts';
import { LANGUAGES, type Language } from '../../i18n/languages.ts';

/** The description in the reader's language, else in another one, marked as such; nothing when there is none. */
export function describe(
  { descriptions }: Pick<TitleDetail, 'descriptions'>,
  reader: Language,
): { readonly text: string; readonly language: Language } | undefined {
  const order = [reader, ...LANGUAGES.filter((language) => language !== reader)];
  for (const language of order) {
    const text = descriptions[language];
    if (text) return { text, language };
  }
  return undefined;
}
