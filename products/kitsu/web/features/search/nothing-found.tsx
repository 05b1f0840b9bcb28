import { Notice } from '@seaworthy/platform/ui';
import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { writeFilters } from '../catalogue/filters.ts';
import { LiteralNote } from './correction-note.tsx';
import { SearchForm } from './search-form.tsx';
import { type AskedSearch, searchAddress } from './search-query.ts';
import { WaysIn } from './ways-in.tsx';

interface Props {
  readonly locale: Locale;
  readonly asked: AskedSearch;
}

/** The search page when no title has such a name: what was tried, what to try, and other ways in. */
export function NothingFound({ locale, asked }: Props) {
  const { q, literal, filters } = asked;
  const { browse, site } = locale.words;
  const { search } = browse;
  const withAdult = searchAddress(asked, writeFilters({ ...filters, adult: true }));
  return (
    <Notice level={1} icon={<SearchX aria-hidden />} title={fill(search.emptyTitle, { q })}>
      {literal ? <LiteralNote locale={locale} asked={asked} /> : <p>{search.emptyTried}</p>}
      <ul className="list-disc space-y-1 pl-5">
        {search.emptyText.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
      {!filters.adult && (
        <p>
          {search.adultOut}{' '}
          <Link
            href={`${locale.href('/search')}?${withAdult}`}
            prefetch={false}
            className="text-accent underline underline-offset-4"
          >
            {search.adultIn}
          </Link>
        </p>
      )}
      <div className="space-y-8 pt-4">
        <SearchForm {...site.search} action={locale.href('/search')} text={q} />
        <WaysIn locale={locale} />
      </div>
    </Notice>
  );
}
