'use client';

import { buttonClass, Table } from '@seaworthy/platform/ui';
import type { MouseEvent, ReactNode } from 'react';
import type { TitleQuery } from '../../api/types.ts';
import { formatCount, type Plural } from '../../i18n/format.ts';
import type { CardWords } from './card-words.ts';
import { TitleRow } from './title-row.tsx';
import { TitleTile } from './title-tile.tsx';
import { useGrowingList } from './use-growing-list.ts';

/** What the button below a list says. */
export interface MoreWords {
  readonly more: string;
  readonly loading: string;
  readonly loadedMore: Plural;
  readonly failed: string;
}

interface Props {
  readonly view: 'grid' | 'list';
  readonly head?: ReactNode;
  /** The first page, rendered by the server. */
  readonly children: ReactNode;
  readonly nextCursor: string | null;
  readonly query: TitleQuery;
  readonly address: string;
  readonly words: CardWords;
  readonly more: MoreWords;
}

/** The first page of a list and what is loaded after it. The button is a link to the next page: it works without JavaScript. */
export function MoreTitles({ view, head, children, nextCursor, query, address, words, more }: Props) {
  const list = useGrowingList(query, nextCursor);
  const loadMore = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    list.load();
  };
  const next =
    list.cursor &&
    `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ cursor: list.cursor })}`;
  return (
    <>
      {view === 'grid' ? (
        <ul className="poster-grid">
          {children}
          {list.items.map((title) => (
            <TitleTile key={title.id} title={title} words={words} />
          ))}
        </ul>
      ) : (
        <Table className="table-fixed">
          <thead>{head}</thead>
          <tbody>
            {children}
            {list.items.map((title) => (
              <TitleRow key={title.id} title={title} words={words} />
            ))}
          </tbody>
        </Table>
      )}
      <p role="status" className="sr-only">
        {list.lastCount > 0 && formatCount(words.language, list.lastCount, more.loadedMore)}
      </p>
      {list.state === 'failed' && (
        <p role="alert" className="mt-8 text-center text-warn">
          {more.failed}
        </p>
      )}
      {next && (
        <div className="mt-10 flex justify-center">
          <a
            href={next}
            rel="next"
            onClick={loadMore}
            aria-disabled={list.state === 'loading'}
            className={buttonClass({ tone: 'quiet' })}
          >
            {list.state === 'loading' ? more.loading : more.more}
          </a>
        </div>
      )}
    </>
  );
}
