'use client';

import { useRef } from 'react';
import { moreHits } from '../../api/browser.ts';
import type { SearchQuery } from '../../api/types.ts';
import type { CardWords } from '../titles/card-words.ts';
import { MoreLink } from '../titles/more-link.tsx';
import type { MoreWords } from '../titles/more-words.ts';
import { type LoadPage, useGrowingList } from '../titles/use-growing-list.ts';
import { useListKeys } from '../titles/use-list-keys.ts';
import { HitLine } from './hit-line.tsx';
import { type ListedHit, listedHit } from './listed-hit.ts';

interface Props {
  readonly label: string;
  /** The first page. */
  readonly hits: readonly ListedHit[];
  readonly nextCursor: string | null;
  /** Of all pages together, where the list begins at its beginning. */
  readonly total: number | undefined;
  readonly query: SearchQuery;
  /** The address of the same search, to which a cursor can be added. */
  readonly address: string;
  readonly words: CardWords;
  readonly more: MoreWords;
  /** The query as it was understood. */
  readonly met: string;
  readonly foundAs: string;
}

/** What a search found, best first: the first page, and what is loaded after it. */
export function GrowingHits(props: Props) {
  const { label, hits, nextCursor, total, query, address, words, more, met, foundAs } = props;
  const place = useRef<HTMLOListElement>(null);
  const loadPage: LoadPage<ListedHit> = async (cursor, signal) => {
    const page = await moreHits({ ...query, cursor }, signal);
    return { items: page.items.map(listedHit), nextCursor: page.nextCursor };
  };
  const list = useGrowingList(loadPage, nextCursor, place);
  useListKeys(place, list);
  return (
    <>
      <ol ref={place} className="hits" aria-label={label}>
        {[...hits, ...list.items].map((hit) => (
          <HitLine key={hit.id} hit={hit} words={words} met={met} foundAs={foundAs} />
        ))}
      </ol>
      <MoreLink
        list={list}
        shown={hits.length + list.items.length}
        total={total}
        address={address}
        language={words.language}
        words={more}
      />
    </>
  );
}
