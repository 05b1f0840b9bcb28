import { buttonClass, Notice } from '@seaworthy/platform/ui';
import { Search, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { searchTitles } from '../../api/catalogue.ts';
import type { SearchHit } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { DataNote } from '../../shell/data-note.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { cardWords } from '../titles/card-words.ts';
import { displayNames } from '../titles/names.ts';
import { TitleLine } from '../titles/title-line.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
  readonly searchParams: PageQuery;
}

const LIMIT = 40;
const QUERY_MAX_LENGTH = 200;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { search } = locale.words.browse;
  const q = await askedFor(searchParams);
  const title = q ? fill(search.resultsTitle, { q }) : search.title;
  return pageMetadata(locale, { page: '/search', title, description: search.startText, index: false });
}

/** What the search finds, best first, with the name that was met when it is not the one shown. */
export async function SearchPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).lang);
  const { search, catalogue } = locale.words.browse;
  const q = await askedFor(searchParams);
  if (q === '') {
    return (
      <Notice
        level={1}
        icon={<Search aria-hidden />}
        title={search.startTitle}
        actions={<ToCatalogue locale={locale} />}
      >
        <p>{search.startText}</p>
      </Notice>
    );
  }
  const answer = await searchTitles(q, LIMIT);
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { items } = answer.data;
  if (items.length === 0) return <NothingFound locale={locale} q={q} />;
  const words = cardWords(locale);
  return (
    <>
      <h1 className="mb-1 text-2xl wrap-anywhere">{fill(search.heading, { q })}</h1>
      <p role="status" className="mb-5 text-sm text-mute">
        {locale.count(items.length, locale.words.titles.count)}
      </p>
      <ol className="grid grid-cols-1 gap-x-10 lg:grid-cols-2" aria-label={catalogue.title}>
        {items.map((hit) => (
          <TitleLine
            key={hit.id}
            title={hit}
            words={words}
            note={<MatchedName locale={locale} hit={hit} />}
          />
        ))}
      </ol>
      <DataNote locale={locale} titles={items} />
    </>
  );
}

/** The name that the query met, when it is none of the names shown. */
function MatchedName({ locale, hit }: { locale: Locale; hit: SearchHit }): ReactNode {
  const { first, second } = displayNames(hit, locale);
  if (hit.matchedTitle === first.text || hit.matchedTitle === second?.text) return null;
  return (
    <span className="block truncate text-xs text-soft">
      {fill(locale.words.browse.search.matched, { name: hit.matchedTitle })}
    </span>
  );
}

function NothingFound({ locale, q }: { locale: Locale; q: string }) {
  const { search } = locale.words.browse;
  return (
    <Notice
      level={1}
      icon={<SearchX aria-hidden />}
      title={fill(search.emptyTitle, { q })}
      actions={<ToCatalogue locale={locale} />}
    >
      <ul className="list-disc space-y-1 pl-5">
        {search.emptyText.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
    </Notice>
  );
}

function ToCatalogue({ locale }: { locale: Locale }) {
  return (
    <Link href={locale.href('/anime')} prefetch={false} className={buttonClass({ tone: 'solid' })}>
      {locale.words.browse.search.toCatalogue}
    </Link>
  );
}

async function askedFor(searchParams: PageQuery): Promise<string> {
  return ((await searchParamsOf(searchParams)).get('q') ?? '').trim().slice(0, QUERY_MAX_LENGTH);
}
