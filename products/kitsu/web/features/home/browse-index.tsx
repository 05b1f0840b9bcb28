import Link from 'next/link';
import type { GenreItem, SeasonList } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { genreName } from '../genres/genre-name.ts';
import { SeasonTable } from '../seasons/season-table.tsx';
import { PageSection } from '../titles/page-section.tsx';

/** The newest years as a small table of seasons. */
export function SeasonIndex({ locale, years }: { locale: Locale; years: SeasonList['items'] }) {
  const { home } = locale.words.browse;
  return (
    <PageSection
      id="by-season"
      title={home.bySeason}
      more={{ href: locale.href('/seasons'), label: home.allSeasons }}
    >
      <SeasonTable locale={locale} years={years} />
    </PageSection>
  );
}

/** The genres with the most titles, by name. */
export function GenreIndex({ locale, genres }: { locale: Locale; genres: readonly GenreItem[] }) {
  const { home } = locale.words.browse;
  return (
    <PageSection
      id="by-genre"
      title={home.byGenre}
      more={{ href: locale.href('/genres'), label: home.allGenres }}
    >
      <ul className="index-columns">
        {genres.map((genre) => (
          <li key={genre.slug} className="break-inside-avoid">
            <Link
              href={locale.href(`/genres/${genre.slug}`)}
              prefetch={false}
              className="-mx-2 flex min-h-8 items-center justify-between gap-3 rounded-md px-2 text-base hover:bg-hover"
            >
              <span className="truncate">{genreName(genre, locale.language)}</span>
              <span className="text-xs text-mute tabular-nums">{locale.number(genre.count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
