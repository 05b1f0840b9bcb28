import { listTitles } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { seasonAt, seasonFrom, seasonName, type YearSeason } from '../seasons/season.ts';
import { TitleShelf } from '../titles/title-shelf.tsx';

const SHOWN = 8;

/** The titles of a season, the best known first. */
export function titlesOfSeason({ year, season }: YearSeason) {
  return listTitles({ yearFrom: year, yearTo: year, season: [season], sort: 'popularity', limit: SHOWN });
}

/** This season, and the one to come; where that has no titles yet, the one before. */
export function seasonsToShow(now: Date) {
  const present = seasonAt(now);
  return [present, seasonFrom(present, 1), seasonFrom(present, -1)] as const;
}

interface Props {
  readonly locale: Locale;
  readonly now: Date;
  /** The answers for {@link seasonsToShow}, in that order. */
  readonly answers: readonly Awaited<ReturnType<typeof titlesOfSeason>>[];
}

/** Two seasons side by side; nothing for a catalogue that ends before them. */
export function SeasonShelves({ locale, now, answers }: Props) {
  const { home } = locale.words.browse;
  const headings = [home.thisSeason, home.nextSeason, home.lastSeason];
  const shelves = seasonsToShow(now)
    .map((season, index) => {
      const answer = answers[index];
      const titles = answer?.ok ? answer.data.items : [];
      return { season, titles, heading: fill(headings[index] ?? '', { season: seasonName(locale, season) }) };
    })
    .filter(({ titles }) => titles.length > 0)
    .slice(0, 2);
  if (shelves.length === 0) return null;
  // Beside each other they are equally high: two rows only where both have more than one.
  const shown = shelves.every(({ titles }) => titles.length > SHOWN / 2) ? SHOWN : SHOWN / 2;
  return (
    <div className={shelves.length === 2 ? 'grid gap-x-12 gap-y-12 lg:grid-cols-2' : undefined}>
      {shelves.map(({ season, titles, heading }) => (
        <TitleShelf
          key={heading}
          locale={locale}
          id={`season-${season.year}-${season.season}`}
          heading={heading}
          titles={shelves.length === 2 ? titles.slice(0, shown) : titles}
          all={`/seasons/${season.year}/${season.season}`}
          half={shelves.length === 2}
        />
      ))}
    </div>
  );
}
