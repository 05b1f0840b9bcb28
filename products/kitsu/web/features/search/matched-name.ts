import type { TitleCard } from '../../api/types.ts';
import { displayNames, type Named, type NameReader } from '../titles/names.ts';
import { highlight } from './highlight.ts';

/** The names that tell a reader why a title was found. */
export interface FoundNames {
  readonly first: Named;
  readonly second: Named | undefined;
  /** The name that the query met, when neither of the others shows why the title was found. */
  readonly matched: Named | undefined;
}

/** The names to show of a title that was found by `query` under the name `matchedTitle`. */
export function foundNames(
  title: Pick<TitleCard, 'title' | 'titles'> & { readonly matchedTitle: string },
  query: string,
  reader: NameReader,
): FoundNames {
  const { first, second } = displayNames(title, reader);
  const { matchedTitle, titles } = title;
  const isTold = [first, second].some(
    (name) => name && (name.text === matchedTitle || highlight(name.text, query).some(({ met }) => met)),
  );
  if (isTold) return { first, second, matched: undefined };
  const lang = matchedTitle === titles.japanese ? 'ja' : undefined;
  return { first, second, matched: { text: matchedTitle, lang } };
}
