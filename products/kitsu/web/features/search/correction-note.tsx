import type { SearchResult } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

interface Props {
  readonly locale: Locale;
  /** The query as it was typed. */
  readonly q: string;
  readonly correction: NonNullable<SearchResult['correction']>;
}

/** Why the results answer another query than the one that was typed. */
export function CorrectionNote({ locale, q, correction }: Props) {
  return (
    <p className="line-clamp-3 w-full text-soft wrap-anywhere">
      {fill(locale.words.palette.corrected[correction.reason], { typed: q })}
    </p>
  );
}
