import type { Metadata } from 'next';
import { cache } from 'react';
import { listTitles } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { Collection, collectionQuery, readChoice } from '../titles/collection.tsx';
import { studioNames } from './studio-name.ts';

interface Props {
  readonly params: Promise<{ lang: string; slug: string }>;
  readonly searchParams: PageQuery;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const asked = await searchParamsOf(searchParams);
  const { answer } = await titlesOf(slug, asked.toString());
  const name = answer.ok ? (await studioNames([slug], answer.data.items)).get(slug) : undefined;
  if (name === undefined) return { robots: { index: false } };
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
  const { choice, query, answer } = await titlesOf(slug, (await searchParamsOf(searchParams)).toString());
  const name = answer.ok ? (await studioNames([slug], answer.data.items)).get(slug) : undefined;
  if (!answer.ok || name === undefined) {
    const notFound = { title: studios.notFound, text: studios.notFoundHint };
    return (
      <ProblemView locale={locale} problem={answer.ok ? 'not_found' : answer.problem} notFound={notFound} />
    );
  }
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
        refine={{ query: `studio=${encodeURIComponent(slug)}`, label: studios.refine }}
        empty={{ title: catalogue.emptyTitle, text: studios.notFoundHint }}
      />
    </>
  );
}

const titlesOf = cache(async (slug: string, asked: string) => {
  const choice = readChoice(new URLSearchParams(asked));
  const query = collectionQuery({ studio: [slug] }, choice);
  const answer = await listTitles({
    ...query,
    ...(choice.cursor && { cursor: choice.cursor }),
    total: true,
    facets: true,
  });
  return { choice, query, answer };
});
