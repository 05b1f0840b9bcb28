'use client';

import { Table } from '@seaworthy/platform/ui';
import type { ReactNode } from 'react';
import { moreTitles } from '../../api/browser.ts';
import type { TitleQuery } from '../../api/types.ts';
import type { CardWords } from './card-words.ts';
import { MoreLink, type MoreWords } from './more-link.tsx';
import { TitleRow } from './title-row.tsx';
import { TitleTile } from './title-tile.tsx';
import { useGrowingList } from './use-growing-list.ts';

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

/** The first page of a list and what is loaded after it. */
export function MoreTitles({ view, head, children, nextCursor, query, address, words, more }: Props) {
  const list = useGrowingList((cursor, signal) => moreTitles({ ...query, cursor }, signal), nextCursor);
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
      <MoreLink list={list} address={address} language={words.language} words={more} />
    </>
  );
}
