import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TitleCard } from '../../api/types.ts';

/** What was loaded after the first page. */
interface Growth<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
  readonly lastCount: number;
}

/** A list that can be made longer. */
export interface GrowingList<T = TitleCard> extends Growth<T> {
  readonly state: 'idle' | 'loading' | 'failed';
  load(): void;
}

/** Asks for the page that a cursor leads to. */
export type LoadPage<T> = (
  cursor: string,
  signal: AbortSignal,
) => Promise<{ readonly items: readonly T[]; readonly nextCursor: string | null }>;

/** Where a history entry notes which growth belongs to it, so that going back finds the list as it was left. */
const HISTORY_KEY = 'kitsuList';

// The layout effect restores before the first paint; on the server there is neither paint nor history.
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** The pages after the first one, loaded on demand and kept per history entry. */
export function useGrowingList<T>(loadPage: LoadPage<T>, firstCursor: string | null): GrowingList<T> {
  const [growth, setGrowth] = useState<Growth<T>>({ items: [], cursor: firstCursor, lastCount: 0 });
  const [state, setState] = useState<GrowingList['state']>('idle');
  const abort = useRef<AbortController>(undefined);
  const restoreTo = useRef<number>(undefined);

  useBrowserLayoutEffect(() => {
    const kept = readKept<T>();
    if (!kept) return;
    setGrowth({ ...kept.growth, lastCount: 0 });
    restoreTo.current = kept.scrollY;
  }, []);
  useBrowserLayoutEffect(() => {
    if (restoreTo.current === undefined || growth.items.length === 0) return;
    window.scrollTo({ top: restoreTo.current, behavior: 'instant' });
    restoreTo.current = undefined;
  }, [growth]);
  useEffect(() => keepWhenLeaving(growth), [growth]);
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
          lastCount: items.length,
        }));
        setState('idle');
      },
      () => setState('failed'),
    );
  };
  return { ...growth, state, load };
}

interface Kept<T> {
  readonly growth: Growth<T>;
  readonly scrollY: number;
}

function readKept<T>(): Kept<T> | undefined {
  const key: unknown = window.history.state?.[HISTORY_KEY];
  if (typeof key !== 'string') return undefined;
  try {
    const text = sessionStorage.getItem(key);
    return text ? (JSON.parse(text) as Kept<T>) : undefined;
  } catch {
    return undefined;
  }
}

/** Notes the list with the history entry as soon as it grows, and its place whenever a link is followed. */
function keepWhenLeaving<T>(growth: Growth<T>): (() => void) | undefined {
  if (growth.items.length === 0) return undefined;
  const key: string = window.history.state?.[HISTORY_KEY] ?? `${HISTORY_KEY}.${crypto.randomUUID()}`;
  window.history.replaceState({ ...window.history.state, [HISTORY_KEY]: key }, '');
  // The browser would restore the place of this entry before the list has its length again, and so lose it.
  window.history.scrollRestoration = 'manual';
  const keep = () => {
    const kept: Kept<T> = { growth, scrollY: window.scrollY };
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // Storage is full or forbidden: going back then shows the first page, as a plain link would.
    }
  };
  keep();
  document.addEventListener('click', keep, { capture: true });
  window.addEventListener('pagehide', keep);
  return () => {
    document.removeEventListener('click', keep, { capture: true });
    window.removeEventListener('pagehide', keep);
    // By now the entry may be the next page's, which inherited the setting.
    window.history.scrollRestoration = 'auto';
  };
}
