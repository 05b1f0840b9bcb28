import { buttonClass } from '@seaworthy/platform/ui';
import type { MouseEvent } from 'react';
import { formatCount, type Plural } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { GrowingList } from './use-growing-list.ts';

/** What the button below a list says. */
export interface MoreWords {
  readonly more: string;
  readonly loading: string;
  readonly loadedMore: Plural;
  readonly failed: string;
}

/** The words of a locale's growing lists. */
export function moreWords({ words }: Locale): MoreWords {
  const { more, loading, loadedMore, loadFailed } = words.browse.catalogue;
  return { more, loading, loadedMore, failed: loadFailed };
}

interface Props<T> {
  readonly list: GrowingList<T>;
  /** The list's own address, path and query, to which a cursor can be added. */
  readonly address: string;
  readonly language: Language;
  readonly words: MoreWords;
}

/** The button that makes a list longer. It is a link to the next page: it works without JavaScript. */
export function MoreLink<T>({ list, address, language, words }: Props<T>) {
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
      <p role="status" className="sr-only">
        {list.lastCount > 0 && formatCount(language, list.lastCount, words.loadedMore)}
      </p>
      {list.state === 'failed' && (
        <p role="alert" className="mt-8 text-center text-warn">
          {words.failed}
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
            {list.state === 'loading' ? words.loading : words.more}
          </a>
        </div>
      )}
    </>
  );
}
