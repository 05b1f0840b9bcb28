import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { listTitles } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { seasonFeed } from '../feeds/atom.ts';
import { Collection, collectionQuery, isUntouched, readChoice } from '../titles/collection.tsx';
import { parseSeason, seasonFrom, seasonName, type YearSeason } from './season.ts';
import { SeasonGroups } from './season-groups.tsx';

interface Props {
  readonly params: Promise<{ lang: string; year: string; season: string }>;
  readonly searchParams: PageQuery;
}

/** As much as the API gives at once: nearly every season. */
const GROUPED_MAX = 100;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang, year, season } = await params;
  const locale = localeOf(lang);
  const shown = parseSeason(year, season);
  if (!shown) return { robots: { index: false } };
  const name = seasonName(locale, shown);
  return pageMetadata(locale, {
    page: pageOf(shown),
    title: name,
    description: fill(locale.words.browse.seasons.pageDescription, { season: name }),
    picture: `/media/share/seasons/${shown.year}-${shown.season}-${locale.language}.png`,
    feeds: [seasonFeed(locale, shown.year, shown.season, name)],
    index: (await searchParamsOf(searchParams)).size === 0,
  });
}

/** The titles whose broadcast began in one season, form by form until the reader chooses a form or an order. */
export async function SeasonPage({ params, searchParams }: Props) {
  const { lang, year, season } = await params;
  const locale = localeOf(lang);
  const shown = parseSeason(year, season);
  if (!shown) return <ProblemView locale={locale} problem="not_found" />;
  const { seasons } = locale.words.browse;
  const choice = readChoice(await searchParamsOf(searchParams));
  const query = collectionQuery({ yearFrom: shown.year, yearTo: shown.year, season: [shown.season] }, choice);
  const isGrouped = isUntouched(choice);
  const answer = await listTitles({
    ...query,
    ...(isGrouped && { limit: GROUPED_MAX }),
    ...(choice.cursor && { cursor: choice.cursor }),
    total: true,
    facets: true,
  });
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  return (
    <>
      <Breadcrumbs
        locale={locale}
        path={[{ page: '/seasons', label: seasons.title }]}
        here={seasonName(locale, shown)}
      />
      <Collection
        locale={locale}
        heading={seasonName(locale, shown)}
        aside={<Neighbours locale={locale} shown={shown} />}
        page={pageOf(shown)}
        choice={choice}
        query={query}
        answer={answer.data}
        body={
          isGrouped && (
            <SeasonGroups
              locale={locale}
              answer={answer.data}
              address={(kind) => locale.href(`${pageOf(shown)}?kind=${kind}`)}
            />
          )
        }
        refine={{
          query: `season=${shown.season}&yearFrom=${shown.year}&yearTo=${shown.year}`,
          label: seasons.refine,
        }}
        empty={{ title: seasons.emptyTitle, text: seasons.emptyText }}
      />
    </>
  );
}

/** The seasons before and after. */
function Neighbours({ locale, shown }: { locale: Locale; shown: YearSeason }) {
  const { seasons } = locale.words.browse;
  const [before, after] = [seasonFrom(shown, -1), seasonFrom(shown, 1)];
  const link = 'flex min-h-8 items-center gap-1 rounded-md px-2 text-soft hover:bg-hover hover:text-ink';
  return (
    <nav aria-label={seasons.title} className="-mx-2 flex text-sm">
      <Link
        href={locale.href(pageOf(before))}
        prefetch={false}
        aria-label={`${seasons.previous}: ${seasonName(locale, before)}`}
        className={link}
      >
        <ChevronLeft aria-hidden className="size-4" />
        <span className="max-sm:hidden">{seasonName(locale, before)}</span>
      </Link>
      <Link
        href={locale.href(pageOf(after))}
        prefetch={false}
        aria-label={`${seasons.next}: ${seasonName(locale, after)}`}
        className={link}
      >
        <span className="max-sm:hidden">{seasonName(locale, after)}</span>
        <ChevronRight aria-hidden className="size-4" />
      </Link>
    </nav>
  );
}

function pageOf({ year, season }: YearSeason): string {
  return `/seasons/${year}/${season}`;
}
