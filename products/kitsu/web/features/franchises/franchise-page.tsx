import type { Metadata } from 'next';
import { getFranchise } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { DataNote } from '../../shell/data-note.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { FranchiseTimeline } from '../title-page/franchise-timeline.tsx';
import { cardWords } from '../titles/card-words.ts';
import { ListThing } from '../titles/list-thing.tsx';
import { TitleLine } from '../titles/title-line.tsx';

interface Props {
  readonly params: Promise<{ lang: string; slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const answer = await getFranchise(slug);
  if (!answer.ok) return { robots: { index: false } };
  const { name } = answer.data;
  const description = fill(locale.words.browse.franchise.description, { name });
  return pageMetadata(locale, { page: `/franchises/${slug}`, title: name, description });
}

/** The titles of a franchise in the order of their broadcast: what to watch first stands first. */
export async function FranchisePage({ params }: Props) {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const { franchise, catalogue } = locale.words.browse;
  const answer = await getFranchise(slug);
  if (!answer.ok) {
    const notFound = { title: franchise.notFound, text: locale.words.titles.notFoundHint };
    return <ProblemView locale={locale} problem={answer.problem} notFound={notFound} />;
  }
  const { name, items } = answer.data;
  const words = cardWords(locale);
  return (
    <>
      <Breadcrumbs locale={locale} path={[{ page: '/anime', label: catalogue.title }]} here={name} />
      <h1 className="text-2xl wrap-anywhere sm:text-3xl">{name}</h1>
      <p className="mt-1 mb-6 text-sm text-mute">
        {franchise.eyebrow} · {locale.count(items.length, locale.words.titles.count)} · {franchise.order}
      </p>
      {items.length > 2 && <FranchiseTimeline locale={locale} franchise={answer.data} />}
      <ListThing locale={locale} titles={items} />
      <ol className="max-w-6xl gap-x-12 lg:columns-2">
        {items.map((title) => (
          <TitleLine
            key={title.id}
            title={title}
            words={words}
            lead={
              <span className="w-11 shrink-0 font-display text-lg font-semibold text-mute tabular-nums">
                {title.year ?? '—'}
              </span>
            }
          />
        ))}
      </ol>
      <DataNote locale={locale} titles={items} />
    </>
  );
}
