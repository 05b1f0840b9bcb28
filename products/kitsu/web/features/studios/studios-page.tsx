import { buttonClass, Notice } from '@seaworthy/platform/ui';
import { Building2, Search } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { listStudios } from '../../api/catalogue.ts';
import type { StudioList } from '../../api/types.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { ChoiceLink, ChoiceLinks } from '../titles/choice-links.tsx';
import { StudioSearch } from './studio-search.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
  readonly searchParams: PageQuery;
}

const PAGE_SIZE = 120;
const QUERY_MAX_LENGTH = 100;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.browse.studios;
  return pageMetadata(locale, {
    page: '/studios',
    title,
    description,
    index: (await searchParamsOf(searchParams)).size === 0,
  });
}

/** Studios and producers, to look through or to find by name. */
export async function StudiosPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).lang);
  const asked = await searchParamsOf(searchParams);
  const q = (asked.get('q') ?? '').trim().slice(0, QUERY_MAX_LENGTH);
  const sort = asked.get('sort') === 'name' ? 'name' : 'titles';
  const cursor = asked.get('cursor') ?? '';
  const answer = await listStudios({ sort, limit: PAGE_SIZE, ...(q && { q }), ...(cursor && { cursor }) });
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { studios } = locale.words.browse;
  const address = (change: Readonly<Record<string, string>>) => {
    const wanted = Object.entries({ q, sort: sort === 'name' ? sort : '', ...change }).filter(
      ([, value]) => value !== '',
    );
    return locale.href(wanted.length === 0 ? '/studios' : `/studios?${new URLSearchParams(wanted)}`);
  };
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl sm:text-3xl">{studios.title}</h1>
        <StudioSearch
          action={locale.href('/studios')}
          label={studios.find}
          q={q}
          maxLength={QUERY_MAX_LENGTH}
        >
          <button type="submit" aria-label={studios.findButton} className={buttonClass({ square: true })}>
            <Search aria-hidden className="size-4" />
          </button>
        </StudioSearch>
      </div>
      {answer.data.items.length === 0 ? (
        <NoStudios locale={locale} asked={q !== ''} />
      ) : (
        <>
          <SortLinks locale={locale} sort={sort} address={address} />
          <StudioLinks locale={locale} studios={answer.data.items} />
          {answer.data.nextCursor && (
            <p className="mt-8 flex justify-center">
              <Link
                href={address({ cursor: answer.data.nextCursor })}
                prefetch={false}
                rel="next"
                className={buttonClass()}
              >
                {studios.more}
              </Link>
            </p>
          )}
        </>
      )}
    </>
  );
}

function StudioLinks({ locale, studios }: { locale: Locale; studios: StudioList['items'] }) {
  return (
    <ul className="columns-1 gap-10 sm:columns-2 lg:columns-3 xl:columns-4">
      {studios.map((studio) => (
        <li key={studio.slug} className="break-inside-avoid">
          <Link
            href={locale.href(`/studios/${studio.slug}`)}
            prefetch={false}
            className="-mx-2 flex min-h-8 items-center justify-between gap-3 rounded-md px-2 py-1 text-base leading-5 hover:bg-hover hover:text-accent"
          >
            <span className="min-w-0 wrap-anywhere">{studio.name}</span>
            <span className="text-xs text-mute tabular-nums">{locale.number(studio.count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface SortProps {
  readonly locale: Locale;
  readonly sort: 'titles' | 'name';
  address(change: Readonly<Record<string, string>>): string;
}

function SortLinks({ locale, sort, address }: SortProps) {
  const { catalogue, studios } = locale.words.browse;
  const sorts = [
    ['titles', studios.byTitles, address({ sort: '' })],
    ['name', studios.byName, address({ sort: 'name' })],
  ] as const;
  return (
    <ChoiceLinks label={catalogue.sort} className="mb-3">
      {sorts.map(([value, label, href]) => (
        <ChoiceLink key={value} href={href} current={value === sort}>
          {label}
        </ChoiceLink>
      ))}
    </ChoiceLinks>
  );
}

function NoStudios({ locale, asked }: { locale: Locale; asked: boolean }) {
  const { studios } = locale.words.browse;
  return (
    <Notice
      icon={<Building2 aria-hidden />}
      title={asked ? studios.emptyTitle : studios.emptyListTitle}
      actions={
        asked && (
          <Link href={locale.href('/studios')} prefetch={false} className={buttonClass()}>
            {studios.showAll}
          </Link>
        )
      }
    >
      <p>{asked ? studios.emptyText : studios.emptyListText}</p>
    </Notice>
  );
}
