import { HeadCell } from '@seaworthy/platform/ui';
import type { TitleCard, TitleQuery } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { cardWords } from './card-words.ts';
import { moreWords } from './more-link.tsx';
import { MoreTitles } from './more-titles.tsx';
import { TitleRow } from './title-row.tsx';
import { TitleTile } from './title-tile.tsx';

/** So many posters are surely above the fold and load at once. */
const EAGER = 6;

interface Props {
  readonly locale: Locale;
  readonly view: 'grid' | 'list';
  readonly titles: readonly TitleCard[];
  readonly nextCursor: string | null;
  /** What the list asks for, without cursor, total and facets: the following pages ask for the same. */
  readonly query: TitleQuery;
  /** The list's own address, path and query, to which a cursor can be added. */
  readonly address: string;
}

/** A list of titles that grows: the first page from the server, further ones in the browser or by plain links. */
export function TitleList({ locale, view, titles, nextCursor, query, address }: Props) {
  const words = cardWords(locale);
  const { catalogue } = locale.words.browse;
  const growth = { words, more: moreWords(locale), query, address, nextCursor, view };
  if (view === 'grid') {
    return (
      <MoreTitles key={address} {...growth}>
        {titles.map((title, index) => (
          <TitleTile key={title.id} title={title} words={words} eager={index < EAGER} />
        ))}
      </MoreTitles>
    );
  }
  const { columns } = catalogue;
  return (
    <MoreTitles
      key={address}
      {...growth}
      head={
        <tr>
          <HeadCell>{columns.title}</HeadCell>
          <HeadCell from="md" className="w-20">
            {columns.form}
          </HeadCell>
          <HeadCell from="md" className="w-32">
            {columns.aired}
          </HeadCell>
          <HeadCell from="md" numeric className="w-20">
            {columns.episodes}
          </HeadCell>
          <HeadCell from="xl" className="w-60">
            {columns.genres}
          </HeadCell>
          <HeadCell numeric className="w-16">
            {columns.score}
          </HeadCell>
        </tr>
      }
    >
      {titles.map((title) => (
        <TitleRow key={title.id} title={title} words={words} />
      ))}
    </MoreTitles>
  );
}
