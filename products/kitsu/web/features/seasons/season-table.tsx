import Link from 'next/link';
import type { YearOfSeasons } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { SEASONS } from './season.ts';

interface Props {
  readonly locale: Locale;
  readonly years: readonly YearOfSeasons[];
  /** The number of titles in the fullest season: the warmer a cell, the closer to it. */
  readonly most: number;
  /** What the years have in common, for those who do not see the heading above. */
  readonly caption: string;
}

/** The share of colour in the fullest season's cell, in percent: figures stay easy to read on it. */
const WARMEST = 26;

/** The most titles that any season has. */
export function fullestSeason(years: readonly YearOfSeasons[]): number {
  return Math.max(1, ...years.flatMap(({ seasons }) => seasons.map(({ count }) => count)));
}

/** Years against seasons with the number of titles in each; every number leads to its page. */
export function SeasonTable({ locale, years, most, caption }: Props) {
  const { titles, browse } = locale.words;
  return (
    <table className="season-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{browse.seasons.year}</th>
          {SEASONS.map((season) => (
            <th key={season} scope="col">
              {titles.season[season]}
            </th>
          ))}
          <th scope="col">{browse.seasons.whole}</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.year}>
            <th scope="row">{year.year}</th>
            {SEASONS.map((season) => (
              <SeasonCell key={season} locale={locale} year={year} season={season} most={most} />
            ))}
            <td>
              <Link
                href={locale.href(`/anime?yearFrom=${year.year}&yearTo=${year.year}`)}
                prefetch={false}
                aria-label={`${year.year}: ${locale.count(year.count, titles.count)}`}
              >
                {locale.number(year.count)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly locale: Locale;
  readonly year: YearOfSeasons;
  readonly season: (typeof SEASONS)[number];
  readonly most: number;
}

function SeasonCell({ locale, year, season, most }: CellProps) {
  const { titles } = locale.words;
  const count = year.seasons.find((one) => one.season === season)?.count ?? 0;
  if (count === 0) return <td>–</td>;
  const label = fill(titles.seasonOf[season], { year: String(year.year) });
  return (
    <td>
      <Link
        href={locale.href(`/seasons/${year.year}/${season}`)}
        prefetch={false}
        aria-label={`${label}: ${locale.count(count, titles.count)}`}
        style={{
          background: `color-mix(in oklab, var(--accent) ${Math.round((count / most) * WARMEST)}%, transparent)`,
        }}
      >
        {locale.number(count)}
      </Link>
    </td>
  );
}
