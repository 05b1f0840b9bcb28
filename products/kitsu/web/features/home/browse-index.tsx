import { Shuffle } from 'lucide-react';
import type { GenreItem, YearOfSeasons } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { GenreLinks } from '../genres/genre-links.tsx';
import { fullestSeason, SeasonTable } from '../seasons/season-table.tsx';
import { PageSection } from '../titles/page-section.tsx';

/** The newest years as a small table of seasons. */
export function SeasonIndex({ locale, years }: { locale: Locale; years: readonly YearOfSeasons[] }) {
  const { home } = locale.words.browse;
  return (
    <PageSection
      id="by-season"
      title={home.bySeason}
      more={{ href: locale.href('/seasons'), label: home.allSeasons }}
    >
      <SeasonTable locale={locale} years={years} most={fullestSeason(years)} caption={home.bySeason} />
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
      <GenreLinks locale={locale} genres={genres} />
      <p className="mt-3 border-t border-line pt-3">
        <a
          href={locale.href('/random')}
          className="-mx-2 inline-flex min-h-8 items-center gap-2 rounded-md px-2 text-sm font-medium text-soft hover:bg-hover hover:text-accent"
        >
          <Shuffle aria-hidden className="size-4" />
          {locale.words.site.nav.randomHint}
        </a>
      </p>
    </PageSection>
  );
}
