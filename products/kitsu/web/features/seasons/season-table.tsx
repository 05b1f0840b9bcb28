import { Cell, HeadCell, Table } from '@seaworthy/platform/ui';
import Link from 'next/link';
import type { YearOfSeasons } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { SEASONS } from './season.ts';

/** Years against seasons with the number of titles in each; every number leads to its page. */
export function SeasonTable({ locale, years }: { locale: Locale; years: readonly YearOfSeasons[] }) {
  const { titles, browse } = locale.words;
  return (
    <Table>
      <thead>
        <tr>
          <HeadCell className="w-[18%]">{browse.seasons.year}</HeadCell>
          {SEASONS.map((season) => (
            <HeadCell key={season} numeric tight>
              {titles.season[season]}
            </HeadCell>
          ))}
          <HeadCell numeric tight from="sm">
            {browse.seasons.whole}
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.year}>
            <th scope="row" className="border-b border-line text-left font-semibold tabular-nums">
              {year.year}
            </th>
            {SEASONS.map((season) => (
              <SeasonCell key={season} locale={locale} year={year} season={season} />
            ))}
            <Cell numeric tight from="sm">
              <Link
                href={locale.href(`/anime?yearFrom=${year.year}&yearTo=${year.year}`)}
                prefetch={false}
                className="flex min-h-9 items-center justify-end px-2 text-mute hover:text-accent"
                aria-label={`${year.year}: ${locale.count(year.count, titles.count)}`}
              >
                {locale.number(year.count)}
              </Link>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function SeasonCell({
  locale,
  year,
  season,
}: {
  locale: Locale;
  year: YearOfSeasons;
  season: (typeof SEASONS)[number];
}) {
  const { titles } = locale.words;
  const count = year.seasons.find((one) => one.season === season)?.count ?? 0;
  const label = fill(titles.seasonOf[season], { year: String(year.year) });
  return (
    <Cell numeric tight>
      {count === 0 ? (
        <span className="px-2 text-mute">–</span>
      ) : (
        <Link
          href={locale.href(`/seasons/${year.year}/${season}`)}
          prefetch={false}
          aria-label={`${label}: ${locale.count(count, titles.count)}`}
          className="flex min-h-9 items-center justify-end rounded-md px-2 hover:bg-hover hover:text-accent"
        >
          {locale.number(count)}
        </Link>
      )}
    </Cell>
  );
}
