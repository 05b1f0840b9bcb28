import type { TitleList as TitlePage, TitleQuery } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { cardWords } from './card-words.ts';
import { GrowingTitles } from './growing-titles.tsx';
import { listed, type View } from './listed-title.ts';
import { moreWords } from './more-words.ts';

interface Props {
  readonly locale: Locale;
  readonly view: View;
  readonly page: Pick<TitlePage, 'items' | 'nextCursor' | 'total'>;
  /** What the list asks for, without cursor, total and facets: the following pages ask for the same. */
  readonly query: TitleQuery;
  /** The list's own address, path and query, to which a cursor can be added. */
  readonly address: string;
  /** The page begins in the middle of the list: how many titles stand before it is not known. */
  readonly isLater?: boolean;
}

/** A list of titles that grows: the first page from the server, further ones in the browser or by plain links. */
export function TitleList({ locale, view, page, query, address, isLater = false }: Props) {
  return (
    <GrowingTitles
      key={address}
      view={view}
      titles={page.items.map((title) => listed(title, view))}
      nextCursor={page.nextCursor}
      total={isLater ? undefined : page.total}
      query={query}
      address={address}
      words={cardWords(locale)}
      more={moreWords(locale)}
      columns={locale.words.browse.catalogue.columns}
    />
  );
}
