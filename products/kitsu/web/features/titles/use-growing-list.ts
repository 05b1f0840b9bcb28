import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Anchor, anchorOf, keep, keyOfEntry, readKept, scrollToAnchor } from './list-memory.ts';

/** A list that can be made longer. */
export interface GrowingList<T> {
  /** What was loaded after the first page. */
  readonly items: readonly T[];
  readonly cursor: string | null;
  readonly state: 'idle' | 'loading' | 'failed';
  /** Whether the list may go on by itself: a few times after each press of the button. */
  readonly goesOn: boolean;
  /** Loads the next page because somebody asked for it. */
  load(): void;
  /** Loads the next page because the end of the list came near. */
  goOn(): void;
}

/** Asks for the page that a cursor leads to. */
export type LoadPage<T> = (
  cursor: string,
  signal: AbortSignal,
) => Promise<{ readonly items: readonly T[]; readonly nextCursor: string | null }>;

type Growth<T> = Pick<GrowingList<T>, 'items' | 'cursor'>;

/** So many pages follow by themselves before the end of the page can be reached again. */
const BY_ITSELF_MAX = 4;

/** What the header covers of the window. */
const HEADER_PX = 72;

// The layout effect restores before the first paint; on the server there is neither paint nor history.
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The pages after the first one, loaded on demand and kept per history entry, with the place in them. `place` is the
 * element whose children are the items, those of the first page as well.
 */
export function useGrowingList<T>(
  loadPage: LoadPage<T>,
  firstCursor: string | null,
  place: RefObject<HTMLElement | null>,
): GrowingList<T> {
  const [growth, setGrowth] = useState<Growth<T>>({ items: [], cursor: firstCursor });
  const [state, setState] = useState<GrowingList<T>['state']>('idle');
  const [byItself, setByItself] = useState(0);
  const abort = useRef<AbortController>(undefined);
  const restoreTo = useRef<Anchor>(undefined);
  const seen = useRef<Anchor>({ index: 0, topPx: 0 });

  useBrowserLayoutEffect(() => {
    const kept = readKept<T>();
    if (!kept) return;
    setGrowth({ items: kept.items, cursor: kept.cursor });
    restoreTo.current = kept.anchor;
  }, []);
  useBrowserLayoutEffect(() => {
    const anchor = restoreTo.current;
    if (!anchor || growth.items.length === 0 || !place.current) return;
    restoreTo.current = undefined;
    return settle(place.current, anchor);
  }, [growth, place]);
  useEffect(() => keepWhenLeaving(growth, place, seen), [growth, place]);
  useEffect(() => () => abort.current?.abort(), []);

  const load = () => {
    if (state === 'loading' || growth.cursor === null) return;
    abort.current = new AbortController();
    setState('loading');
    loadPage(growth.cursor, abort.current.signal).then(
      ({ items, nextCursor }) => {
        setGrowth((before) => ({
          items: [...before.items, ...items],
          cursor: nextCursor,
        }));
        setState('idle');
      },
      () => setState('failed'),
    );
  };
  return {
    ...growth,
    state,
    goesOn: byItself < BY_ITSELF_MAX && state !== 'failed',
    load: () => {
      setByItself(0);
      load();
    },
    goOn: () => {
      if (state === 'loading' || growth.cursor === null) return;
      setByItself(byItself + 1);
      load();
    },
  };
}

/** What is far from the window has only an assumed height until it comes near: the place is found in a few steps. */
function settle(place: Element, anchor: Anchor): () => void {
  const STEPS = 4;
  let [step, frame] = [0, 0];
  const find = () => {
    scrollToAnchor(place, anchor);
    step += 1;
    if (step < STEPS) frame = requestAnimationFrame(find);
  };
  find();
  return () => cancelAnimationFrame(frame);
}

/** Keeps the list with its history entry when the page is left, with the place where it was last seen. */
function keepWhenLeaving<T>(
  growth: Growth<T>,
  place: RefObject<HTMLElement | null>,
  seen: RefObject<Anchor>,
): (() => void) | undefined {
  const list = place.current;
  if (growth.items.length === 0 || !list) return undefined;
  const key = keyOfEntry();
  // The browser would restore the place of this entry before the list has its length again, and so lose it.
  window.history.scrollRestoration = 'manual';
  const note = () => {
    // Hidden behind the shape of the next page the list has no place, and may still grow.
    if (list.offsetParent !== null) seen.current = anchorOf(list, HEADER_PX);
  };
  note();
  const leave = () => keep(key, { ...growth, anchor: seen.current });
  const leaveForGood = () => {
    note();
    keyOfEntry();
    leave();
  };
  document.addEventListener('scroll', note, { passive: true });
  document.addEventListener('click', leaveForGood, { capture: true });
  window.addEventListener('pagehide', leaveForGood);
  return () => {
    document.removeEventListener('scroll', note);
    document.removeEventListener('click', leaveForGood, { capture: true });
    window.removeEventListener('pagehide', leaveForGood);
    leave();
    // By now the entry may be the next page's, which inherited the setting.
    window.history.scrollRestoration = 'auto';
  };
}
