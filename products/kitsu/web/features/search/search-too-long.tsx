import { Notice } from '@seaworthy/platform/ui';
import { Ruler } from 'lucide-react';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { QUERY_MAX } from './limits.ts';
import { SearchForm } from './search-form.tsx';

/** The search page for more text than can be searched for: it is kept whole, to be shortened. */
export function SearchTooLong({ locale, q }: { locale: Locale; q: string }) {
  const { browse, palette, site } = locale.words;
  const lengths = { n: locale.number(q.length), max: locale.number(QUERY_MAX) };
  return (
    <Notice level={1} icon={<Ruler aria-hidden />} title={browse.search.tooLongTitle}>
      <p>{fill(palette.tooLong, lengths)}</p>
      <div className="pt-3">
        <SearchForm {...site.search} action={locale.href('/search')} text={q} />
      </div>
    </Notice>
  );
}
