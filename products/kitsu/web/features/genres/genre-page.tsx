import type { Metadata } from 'next';
import { listGenres, listTitles } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { SCORE_MIN } from '../catalogue/filters.ts';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { Collection, collectionQuery, isUntouched, readChoice } from '../titles/collection.tsx';
import { TitleShelf } from '../titles/title-shelf.tsx';
import { YearsPlot } from '../titles/years-plot.tsx';
import { genreName } from './genre-name.ts';

interface Props {
  readonly params: Promise<{ lang: string; slug: string }>;
  readonly searchParams: PageQuery;
}

const SHELF = 8;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const genre = await findGenre(slug);
  if (!genre.ok) return { robots: { index: false } };
  const name = genreName(genre.data, locale.language);
  return pageMetadata(locale, {
    page: `/genres/${slug}`,
    title: name,
    description: fill(locale.words.browse.genres.pageDescription, { name }),
    picture: `/media/share/genres/${slug}-${locale.language}.png`,
    index: (await searchParamsOf(searchParams)).size === 0,
  });
}

/** The titles of one genre: when they were made, the best, the newest, and all of them. */
export async function GenrePage({ params, searchParams }: Props) {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const { genres, catalogue } = locale.words.browse;
  const choice = readChoice(await searchParamsOf(searchParams));
  const query = collectionQuery({ genre: [slug] }, choice);
  const isStart = isUntouched(choice);
  const [genre, best, newest, answer] = await Promise.all([
    findGenre(slug),
    isStart ? listTitles({ genre: [slug], sort: 'score', scoreFrom: SCORE_MIN, limit: SHELF }) : undefined,
    isStart ? listTitles({ genre: [slug], sort: 'newest', limit: SHELF }) : undefined,
    listTitles({ ...query, ...(choice.cursor && { cursor: choice.cursor }), total: true, facets: true }),
  ]);
  if (!genre.ok) {
    const notFound = { title: genres.notFound, text: genres.notFoundHint };
    return <ProblemView locale={locale} problem={genre.problem} notFound={notFound} />;
  }
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const name = genreName(genre.data, locale.language);
  return (
    <>
      <Breadcrumbs locale={locale} path={[{ page: '/genres', label: genres.title }]} here={name} />
      <Collection
        locale={locale}
        heading={name}
        page={`/genres/${slug}`}
        choice={choice}
        query={query}
        answer={answer.data}
        aside={<YearsPlot locale={locale} years={answer.data.facets?.year ?? []} />}
        intro={
          isStart &&
          (answer.data.total ?? 0) > 2 * SHELF && (
            <div className="mb-10 space-y-10">
              <Best locale={locale} slug={slug} answer={best} sort="score" heading={genres.best} />
              <Best locale={locale} slug={slug} answer={newest} sort="newest" heading={genres.newest} />
            </div>
          )
        }
        refine={{ query: `genre=${slug}`, label: genres.refine }}
        empty={{ title: catalogue.emptyTitle, text: genres.notFoundHint }}
      />
    </>
  );
}

interface BestProps {
  readonly locale: Locale;
  readonly slug: string;
  readonly answer: Awaited<ReturnType<typeof listTitles>> | undefined;
  readonly sort: 'score' | 'newest';
  readonly heading: string;
}

function Best({ locale, slug, answer, sort, heading }: BestProps) {
  if (!answer?.ok || answer.data.items.length === 0) return null;
  return (
    <TitleShelf
      locale={locale}
      id={sort}
      heading={heading}
      titles={answer.data.items}
      all={`/genres/${slug}?sort=${sort}`}
    />
  );
}

async function findGenre(slug: string) {
  const answer = await listGenres();
  if (!answer.ok) return answer;
  const data = answer.data.items.find((genre) => genre.slug === slug);
  return data ? { ok: true as const, data } : { ok: false as const, problem: 'not_found' as const };
}
