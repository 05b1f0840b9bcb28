import type { Metadata } from 'next';
import { getStudio, listTitles } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { Collection, collectionQuery, readChoice } from '../titles/collection.tsx';
import { YearsPlot } from '../titles/years-plot.tsx';

interface Props {
  readonly params: Promise<{ lang: string; slug: string }>;
  readonly searchParams: PageQuery;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const asked = await searchParamsOf(searchParams);
  const studio = await getStudio(slug);
  if (!studio.ok) return { robots: { index: false } };
  const { name } = studio.data;
  return pageMetadata(locale, {
    page: `/studios/${slug}`,
    title: name,
    description: fill(locale.words.browse.studios.pageDescription, { name }),
    index: asked.size === 0,
  });
}

/** The titles that one studio or producer took part in. */
export async function StudioPage({ params, searchParams }: Props) {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const { studios, catalogue } = locale.words.browse;
  const asked = (await searchParamsOf(searchParams)).toString();
  const [studio, { choice, query, answer }] = await Promise.all([getStudio(slug), titlesOf(slug, asked)]);
  const notFound = { title: studios.notFound, text: studios.notFoundHint };
  if (!studio.ok) return <ProblemView locale={locale} problem={studio.problem} notFound={notFound} />;
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} notFound={notFound} />;
  const { name } = studio.data;
  return (
    <>
      <Breadcrumbs locale={locale} path={[{ page: '/studios', label: studios.title }]} here={name} />
      <Collection
        locale={locale}
        heading={name}
        page={`/studios/${slug}`}
        choice={choice}
        query={query}
        answer={answer.data}
        aside={<YearsPlot locale={locale} years={answer.data.facets?.year ?? []} />}
        refine={{ query: `studio=${encodeURIComponent(slug)}`, label: studios.refine }}
        empty={{ title: catalogue.emptyTitle, text: studios.notFoundHint }}
      />
    </>
  );
}

async function titlesOf(slug: string, asked: string) {
  const choice = readChoice(new URLSearchParams(asked));
  const query = collectionQuery({ studio: [slug] }, choice);
  const answer = await listTitles({
    ...query,
    ...(choice.cursor && { cursor: choice.cursor }),
    total: true,
    facets: true,
  });
  return { choice, query, answer };
}
