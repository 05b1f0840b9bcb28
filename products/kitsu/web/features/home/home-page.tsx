import type { Metadata } from 'next';
import { getTitle, listGenres, listSeasons, listTitles } from '../../api/catalogue.ts';
import type { GenreItem, TitleCard } from '../../api/types.ts';
import { dictionaryOf } from '../../i18n/dictionary.ts';
import { localPath } from '../../i18n/languages.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { DataNote } from '../../shell/data-note.tsx';
import { EmptyCatalogue } from '../../shell/empty-catalogue.tsx';
import { JsonLd } from '../../shell/json-ld.tsx';
import { LanguageOffer } from '../../shell/language-offer.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { SCORE_MIN } from '../catalogue/filters.ts';
import { catalogueFeeds } from '../feeds/atom.ts';
import { cardWords } from '../titles/card-words.ts';
import { PageSection } from '../titles/page-section.tsx';
import { TitleLine } from '../titles/title-line.tsx';
import { TitleShelf } from '../titles/title-shelf.tsx';
import { GenreIndex, SeasonIndex } from './browse-index.tsx';
import { Featured } from './featured.tsx';
import { ofTheDay } from './of-the-day.ts';
import { SeasonShelves, seasonsToShow, titlesOfSeason } from './season-shelves.tsx';
import { siteThing } from './site-thing.ts';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

const SHELF = 16;
const ASIDE = 6;
const YEARS = 8;
const GENRES = 24;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.browse.home;
  const facts = { page: '/', title, description, feeds: catalogueFeeds(locale) };
  return { ...pageMetadata(locale, facts), title: { absolute: title } };
}

/** The start page: a title of the day, what is on air, the seasons around now, and the ways into the catalogue. */
export async function HomePage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const { home } = locale.words.browse;
  const now = new Date();
  const [popular, best, seasons, genres, ...ofSeasons] = await Promise.all([
    listTitles({ sort: 'popularity', limit: SHELF }),
    listTitles({ sort: 'score', scoreFrom: SCORE_MIN, limit: SHELF }),
    listSeasons(),
    listGenres(),
    ...seasonsToShow(now).map(titlesOfSeason),
  ]);
  if (!popular.ok) return <ProblemView locale={locale} problem={popular.problem} />;
  const { items } = popular.data;
  const chosen = ofTheDay(items, now);
  if (!chosen) return <EmptyCatalogue locale={locale} />;
  const featured = await getTitle(chosen.slug);
  const known = items.some((title) => title.popularity !== null);
  const isCurrent = ofSeasons.some((answer) => answer.ok && answer.data.items.length > 0);
  return (
    <div className="space-y-12 sm:space-y-14">
      <JsonLd thing={siteThing(locale)} />
      <div className="grid gap-x-12 gap-y-12 xl:grid-cols-[minmax(0,1fr)_23rem]">
        {featured.ok && <Featured locale={locale} title={featured.data} />}
        <Aside locale={locale} />
      </div>
      {isCurrent ? (
        <SeasonShelves locale={locale} now={now} answers={ofSeasons} />
      ) : (
        <Newest locale={locale} />
      )}
      <TitleShelf
        locale={locale}
        id="popular"
        heading={known ? home.popular : home.bestKnown}
        titles={items}
        all="/anime"
      />
      {best.ok && best.data.items.length > 0 && (
        <TitleShelf
          locale={locale}
          id="best"
          heading={home.best}
          titles={best.data.items}
          all="/anime?sort=score"
        />
      )}
      <div className="grid gap-12 lg:grid-cols-2">
        {seasons.ok && seasons.data.items.length > 0 && (
          <SeasonIndex locale={locale} years={seasons.data.items.slice(0, YEARS)} />
        )}
        {genres.ok && genres.data.items.length > 0 && (
          <GenreIndex locale={locale} genres={mostCommon(genres.data.items)} />
        )}
      </div>
      <DataNote locale={locale} titles={items} />
      {locale.language === 'en' && (
        <LanguageOffer
          current="en"
          offered="ru"
          href={localPath('ru', '/')}
          words={dictionaryOf('ru').site.languageOffer}
        />
      )}
    </div>
  );
}

/** What began last, in a catalogue that ends before this season. */
async function Newest({ locale }: { locale: Locale }) {
  const newest = await listTitles({ sort: 'newest', limit: SHELF });
  return (
    newest.ok && (
      <TitleShelf
        locale={locale}
        id="newest"
        heading={locale.words.browse.home.newest}
        titles={newest.data.items}
        all="/anime?sort=newest"
      />
    )
  );
}

function mostCommon(genres: readonly GenreItem[]): readonly GenreItem[] {
  return genres.toSorted((one, other) => other.count - one.count).slice(0, GENRES);
}

/** What is on air. Where little is, well-known films fill the column: it stands beside a tall picture. */
async function Aside({ locale }: { locale: Locale }) {
  const { home } = locale.words.browse;
  const [airing, films] = await Promise.all([
    listTitles({ airing: true, sort: 'popularity', limit: ASIDE }),
    listTitles({ kind: ['movie'], sort: 'popularity', limit: ASIDE }),
  ]);
  const onAir = airing.ok ? airing.data.items : [];
  // A heading takes about as much room as a line.
  const filling = films.ok
    ? films.data.items.slice(0, Math.max(0, ASIDE - (onAir.length === 0 ? 0 : onAir.length + 1)))
    : [];
  return (
    <div className="space-y-6">
      {onAir.length > 0 && (
        <LineList locale={locale} id="airing" heading={home.airing} titles={onAir} all="/anime?airing=true" />
      )}
      {filling.length > 0 && (
        <LineList locale={locale} id="films" heading={home.films} titles={filling} all="/anime?kind=movie" />
      )}
    </div>
  );
}

function LineList({ locale, id, heading, titles, all }: LineProps) {
  const words = cardWords(locale);
  return (
    <PageSection
      id={id}
      title={heading}
      more={{ href: locale.href(all), label: locale.words.browse.home.all }}
    >
      <ul className="grid grid-cols-1 gap-x-8 sm:max-xl:grid-cols-2">
        {titles.map((title) => (
          <TitleLine key={title.id} title={title} words={words} />
        ))}
      </ul>
    </PageSection>
  );
}

interface LineProps {
  readonly locale: Locale;
  readonly id: string;
  readonly heading: string;
  readonly titles: readonly TitleCard[];
  readonly all: string;
}
