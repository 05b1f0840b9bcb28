import { buttonClass } from '@seaworthy/platform/ui';
import { type MouseEvent, useEffect, useRef } from 'react';
import { fill, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { MoreWords } from './more-words.ts';
import type { GrowingList } from './use-growing-list.ts';

interface Props<T> {
  readonly list: GrowingList<T>;
  /** How many items stand before the link. */
  readonly shown: number;
  /** Of all pages together; undefined where the list begins in its middle, or nobody counted. */
  readonly total: number | undefined;
  /** The list's own address, path and query, to which a cursor can be added. */
  readonly address: string;
  readonly language: Language;
  readonly words: MoreWords;
}

/** The list goes on by itself this far ahead of the window, in CSS pixels. */
const AHEAD_PX = 900;

/**
 * The end of a list that can be made longer: by itself while somebody scrolls, a few pages at a time so that the end of
 * the page can be reached, and by the button, which is a link to the next page and works without JavaScript.
 */
export function MoreLink<T>({ list, shown, total, address, language, words }: Props<T>) {
  const isBusy = list.state === 'loading';
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    list.load();
  };
  const link = useNear<HTMLAnchorElement>(shown, list.goesOn ? list.goOn : undefined);
  const position =
    total !== undefined && shown < total
      ? fill(words.position, {
          shown: formatNumber(language, shown),
          total: formatNumber(language, total),
        })
      : '';
  return (
    <>
      <p role="status" className="sr-only">
        {list.items.length > 0 ? position : ''}
      </p>
      {list.state === 'failed' && (
        <p role="alert" className="mt-8 text-center text-warn">
          {words.failed}
        </p>
      )}
      {list.cursor && (
        <div className="mt-10 flex flex-col items-center gap-2">
          <a
            ref={link}
            href={`${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ cursor: list.cursor })}`}
            rel="next"
            onClick={press}
            aria-disabled={isBusy}
            className={buttonClass({ tone: 'quiet' })}
          >
            {isBusy ? words.loading : words.more}
          </a>
          {position && <p className="text-xs text-mute tabular-nums">{position}</p>}
        </div>
      )}
    </>
  );
}

/** Calls `onNear` when the element comes near the window, and again when it still is after `shown` has changed. */
function useNear<E extends Element>(shown: number, onNear: (() => void) | undefined) {
  const element = useRef<E>(null);
  const near = useRef(onNear);
  near.current = onNear;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an observer tells of changes only, and a page may be too short to push the element away
  useEffect(() => {
    if (!element.current) return;
    // Several changes may be told of at once, when the page was busy; the last one is how it is.
    const observer = new IntersectionObserver(
      (changes) => changes.at(-1)?.isIntersecting && near.current?.(),
      {
        rootMargin: `${AHEAD_PX}px`,
      },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [shown]);
  return element;
}
