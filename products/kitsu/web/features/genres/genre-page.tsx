import type { Metadata } from 'next';
import { listGenres, listTitles } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { Collection, collectionQuery, readChoice } from '../titles/collection.tsx';
import { genreName } from './genre-name.ts';

interface Props {
  readonly params: Promise<{ lang: string; slug: string }>;
  readonly searchParams: PageQuery;
}

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

/** The titles of one genre. */
export async function GenrePage({ params, searchParams }: Props) {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const { genres, catalogue } = locale.words.browse;
  const choice = readChoice(await searchParamsOf(searchParams));
  const query = collectionQuery({ genre: [slug] }, choice);
  const [genre, answer] = await Promise.all([
    findGenre(slug),
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
        refine={{ query: `genre=${slug}`, label: genres.refine }}
        empty={{ title: catalogue.emptyTitle, text: genres.notFoundHint }}
      />
    </>
  );
}

async function findGenre(slug: string) {
  const answer = await listGenres();
  if (!answer.ok) return answer;
  const data = answer.data.items.find((genre) => genre.slug === slug);
  return data ? { ok: true as const, data } : { ok: false as const, problem: 'not_found' as const };
}
