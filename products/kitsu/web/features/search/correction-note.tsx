import Link from 'next/link';
import type { SearchResult } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { writeFilters } from '../catalogue/filters.ts';
import { type AskedSearch, searchAddress } from './search-query.ts';

interface Props {
  readonly locale: Locale;
  readonly asked: AskedSearch;
}

/** Why the results answer another query than the one that was typed, and the way to those of the query as typed. */
export function CorrectionNote({
  locale,
  asked,
  correction,
}: Props & { readonly correction: NonNullable<SearchResult['correction']> }) {
  const { browse, palette } = locale.words;
  return (
    <div className="w-full space-y-0.5 wrap-anywhere">
      <p className="line-clamp-3 text-soft">
        {fill(palette.corrected[correction.reason], { typed: asked.q })}
      </p>
      <OtherWay locale={locale} asked={{ ...asked, literal: true }}>
        {fill(browse.search.instead, { q: asked.q })}
      </OtherWay>
    </div>
  );
}

/** That a query was taken as it stands, and the way to the results with mistakes forgiven. */
export function LiteralNote({ locale, asked }: Props) {
  const { search } = locale.words.browse;
  return (
    <p className="w-full text-soft">
      {search.literal}{' '}
      <OtherWay locale={locale} asked={{ ...asked, literal: false }}>
        {search.forgiving}
      </OtherWay>
    </p>
  );
}

function OtherWay({ locale, asked, children }: Props & { readonly children: string }) {
  return (
    <Link
      href={`${locale.href('/search')}?${searchAddress(asked, writeFilters(asked.filters))}`}
      prefetch={false}
      className="line-clamp-2 w-fit text-accent underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
