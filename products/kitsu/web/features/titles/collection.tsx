import { buttonClass, Notice } from '@seaworthy/platform/ui';
import { SearchX, SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { TitleKind, TitleList as TitlePage, TitleQuery, TitleSort } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { DataNote } from '../../shell/data-note.tsx';
import { KINDS, SORTS } from '../catalogue/filters.ts';
import { ChoiceLink, ChoiceLinks } from './choice-links.tsx';
import { ListThing } from './list-thing.tsx';
import { TitleList } from './title-list.tsx';

/** What a reader chose on a collection's page; it is all in the address. */
export interface CollectionChoice {
  readonly kind: TitleKind | undefined;
  readonly sort: TitleSort;
  readonly cursor: string | undefined;
}

/** Divides by 3, 4, 6 and 8. */
const PAGE_SIZE = 48;

/** Reads the choice from an address; the sort falls back to what suits the collection. */
export function readChoice(asked: URLSearchParams, sort: TitleSort = 'popularity'): CollectionChoice {
  return {
    kind: KINDS.find((kind) => kind === asked.get('kind')),
    sort: SORTS.find((one) => one === asked.get('sort')) ?? sort,
    cursor: asked.get('cursor') ?? undefined,
  };
}

/** Whether the reader left everything as it was: only then is there room for more than the list. */
export function isUntouched({ kind, sort, cursor }: CollectionChoice): boolean {
  return kind === undefined && sort === 'popularity' && cursor === undefined;
}

/** What to ask the API for a collection: one call gives the list, its total and the numbers of its forms. */
export function collectionQuery(fixed: TitleQuery, choice: CollectionChoice): TitleQuery {
  return { ...fixed, ...(choice.kind && { kind: [choice.kind] }), sort: choice.sort, limit: PAGE_SIZE };
}

interface Props {
  readonly locale: Locale;
  readonly heading: string;
  /** The page's path without a language. */
  readonly page: string;
  readonly choice: CollectionChoice;
  readonly query: TitleQuery;
  readonly answer: TitlePage;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  /** Below the heading. */
  readonly intro?: ReactNode;
  /** Instead of the list. */
  readonly body?: ReactNode;
  /** The catalogue with the same filter, where everything else can be filtered too. */
  readonly refine: { readonly query: string; readonly label: string };
  readonly empty: { readonly title: string; readonly text: string };
}

/** All titles that share something (a season, a genre, a studio): heading, forms, order, and the list. */
export function Collection(props: Props) {
  const { locale, heading, aside, intro, body, page, choice, query, answer, refine, empty } = props;
  const { titles } = locale.words;
  const address = (change: Partial<CollectionChoice>) =>
    addressOf(locale, page, { ...choice, cursor: undefined, ...change });
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-12 gap-y-4">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="text-2xl wrap-anywhere sm:text-3xl">{heading}</h1>
          {answer.total !== undefined && (
            <p className="text-sm text-mute tabular-nums">{locale.count(answer.total, titles.count)}</p>
          )}
        </div>
        {aside}
      </div>
      {intro}
      {answer.items.length === 0 ? (
        <Notice icon={<SearchX aria-hidden />} title={empty.title}>
          <p>{empty.text}</p>
        </Notice>
      ) : (
        <>
          <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <KindLinks locale={locale} answer={answer} choice={choice} address={address} />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              {answer.items.length > 1 && <SortLinks locale={locale} choice={choice} address={address} />}
              <Link
                href={locale.href(`/anime?${refine.query}`)}
                prefetch={false}
                className={buttonClass({ size: 'sm' })}
              >
                <SlidersHorizontal aria-hidden className="size-4" />
                {refine.label}
              </Link>
            </div>
          </div>
          <ListThing locale={locale} titles={answer.items} />
          {body || (
            <TitleList
              locale={locale}
              view="grid"
              page={answer}
              isLater={choice.cursor !== undefined}
              query={query}
              address={address({})}
            />
          )}
        </>
      )}
      <DataNote locale={locale} titles={answer.items} />
    </>
  );
}

interface LinksProps {
  readonly locale: Locale;
  readonly choice: CollectionChoice;
  address(change: Partial<CollectionChoice>): string;
}

function KindLinks({ locale, answer, choice, address }: LinksProps & { answer: TitlePage }) {
  const { titles, browse } = locale.words;
  const counted = answer.facets?.kind ?? [];
  const kinds = KINDS.flatMap((kind) => counted.find(({ value }) => value === kind) ?? []);
  if (kinds.length < 2) return <span />;
  return (
    <ChoiceLinks label={titles.form}>
      <ChoiceLink href={address({ kind: undefined })} current={choice.kind === undefined}>
        {browse.seasons.all}
      </ChoiceLink>
      {kinds.map(({ value, count }) => (
        <ChoiceLink key={value} href={address({ kind: value })} current={choice.kind === value}>
          {titles.kind[value]}{' '}
          <span className="ml-1 text-xs text-mute tabular-nums">{locale.number(count)}</span>
        </ChoiceLink>
      ))}
    </ChoiceLinks>
  );
}

function SortLinks({ locale, choice, address }: LinksProps) {
  const { catalogue } = locale.words.browse;
  return (
    <ChoiceLinks label={catalogue.sort}>
      {SORTS.filter((sort) => sort !== 'updated').map((sort) => (
        <ChoiceLink key={sort} href={address({ sort })} current={choice.sort === sort}>
          {catalogue.sorts[sort]}
        </ChoiceLink>
      ))}
    </ChoiceLinks>
  );
}

function addressOf(locale: Locale, page: string, { kind, sort, cursor }: CollectionChoice): string {
  const query = new URLSearchParams();
  if (kind) query.set('kind', kind);
  if (sort !== 'popularity') query.set('sort', sort);
  if (cursor) query.set('cursor', cursor);
  return locale.href(query.size === 0 ? page : `${page}?${query}`);
}
