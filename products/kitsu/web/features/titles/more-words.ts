import type { Locale } from '../../i18n/locale.ts';

/** What the button below a list says. */
export interface MoreWords {
  readonly more: string;
  readonly loading: string;
  readonly position: string;
  readonly failed: string;
}

/** The words of a locale's growing lists. */
export function moreWords({ words }: Locale): MoreWords {
  const { more, loading, position, loadFailed } = words.browse.catalogue;
  return { more, loading, position, failed: loadFailed };
}
