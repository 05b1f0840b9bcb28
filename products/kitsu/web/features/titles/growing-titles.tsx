'use client';

import { memo, useRef } from 'react';
import { moreTitles } from '../../api/browser.ts';
import type { TitleQuery } from '../../api/types.ts';
import type { CardWords } from './card-words.ts';
import { type ListedTitle, listed, type View } from './listed-title.ts';
import { MoreLink } from './more-link.tsx';
import type { MoreWords } from './more-words.ts';
import { TitleRow } from './title-row.tsx';
import { TitleTile } from './title-tile.tsx';
import { type LoadPage, useGrowingList } from './use-growing-list.ts';
import { useListKeys } from './use-list-keys.ts';

/** The names of the columns of the list view. */
export type ColumnWords = Readonly<
  Record<'title' | 'form' | 'aired' | 'episodes' | 'score' | 'genres', string>
>;

interface Props {
  readonly view: View;
  /** The first page. */
  readonly titles: readonly ListedTitle[];
  readonly nextCursor: string | null;
  /** Of all pages together, where the list begins at its beginning. */
  readonly total: number | undefined;
  readonly query: TitleQuery;
  readonly address: string;
  readonly words: CardWords;
  readonly more: MoreWords;
  readonly columns: ColumnWords;
}

/** So many posters are surely above the fold and load at once. */
const EAGER: Readonly<Record<View, number>> = { grid: 6, list: 12 };

/** A page more leaves those that are there as they are: however long the list, it costs what the page costs. */
const ITEMS = { grid: memo(TitleTile), list: memo(TitleRow) };

/** The first page of a list of titles and what is loaded after it. */
export function GrowingTitles(props: Props) {
  const { view, titles, nextCursor, total, query, address, words, more, columns } = props;
  const place = useRef<HTMLOListElement>(null);
  const loadPage: LoadPage<ListedTitle> = async (cursor, signal) => {
    const page = await moreTitles({ ...query, cursor }, signal);
    return { items: page.items.map((card) => listed(card, view)), nextCursor: page.nextCursor };
  };
  const list = useGrowingList(loadPage, nextCursor, place);
  useListKeys(place, list);
  const Item = ITEMS[view];
  return (
    <>
      {view === 'list' && <RowHeads columns={columns} />}
      <ol ref={place} className={view === 'grid' ? 'poster-grid' : 'rows'}>
        {titles.map((title, index) => (
          <Item key={title.id} title={title} words={words} eager={index < EAGER[view]} />
        ))}
        {list.items.map((title) => (
          <Item key={title.id} title={title} words={words} later />
        ))}
      </ol>
      <MoreLink
        list={list}
        shown={titles.length + list.items.length}
        total={total}
        address={address}
        language={words.language}
        words={more}
      />
    </>
  );
}

/** The names of the columns; each fact in a row also makes sense without them. */
function RowHeads({ columns }: { columns: ColumnWords }) {
  return (
    <div aria-hidden className="row-heads">
      <span className="row-name">{columns.title}</span>
      <span className="row-genres">{columns.genres}</span>
      <span className="row-fact">{columns.form}</span>
      <span className="row-fact">{columns.aired}</span>
      <span className="row-number">{columns.episodes}</span>
      <span className="row-number">{columns.score}</span>
    </div>
  );
}
