import { type RefObject, useEffect, useRef } from 'react';
import { isShortcut } from '../../shell/shortcuts.ts';
import { firstBelow } from './list-memory.ts';
import type { GrowingList } from './use-growing-list.ts';

/** What the header covers of the window. */
const HEADER_PX = 72;

/**
 * Keys for going through a list: `j` and `k` by one, `n` and `p` by what fits the window, and, while a title has the
 * focus, the arrows as they lie on the screen. Beyond the end the list grows.
 */
export function useListKeys<T>(place: RefObject<HTMLElement | null>, list: GrowingList<T>): void {
  const present = useRef(list);
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    present.current = list;
    // The title that was asked for before it was loaded.
    if (wanted.current === undefined || list.state === 'loading' || !place.current) return;
    focusOn(place.current, wanted.current, 'start');
    wanted.current = undefined;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const at = place.current;
      if (!at || at.offsetParent === null) return;
      const focused = [...at.children].indexOf(document.activeElement?.closest('li') ?? at);
      const step = stepOf(event, at, focused);
      if (step === undefined) return;
      event.preventDefault();
      const target = Math.max(0, targetOf(at, focused, step));
      const isPage = event.key === 'n' || event.key === 'p';
      if (target >= at.children.length && present.current.cursor !== null) {
        wanted.current = target;
        present.current.load();
      } else {
        focusOn(at, target, isPage ? 'start' : 'nearest');
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [place]);
}

/** Without a focused title the first one in the window is where the reader is. */
function targetOf(list: Element, focused: number, step: number): number {
  if (focused >= 0) return focused + step;
  const first = firstBelow(list, HEADER_PX);
  return Math.abs(step) === 1 ? first : first + step;
}

function stepOf(event: KeyboardEvent, list: Element, focused: number): number | undefined {
  if (focused >= 0 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
    const row = columnsOf(list);
    const arrow = { ArrowDown: row, ArrowUp: -row, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (arrow !== undefined) return row === 1 && event.key.endsWith('t') ? undefined : arrow;
  }
  if (!isShortcut(event)) return undefined;
  const page = Math.max(1, firstBelow(list, window.innerHeight) - firstBelow(list, HEADER_PX));
  return { j: 1, k: -1, n: page, p: -page }[event.key];
}

function columnsOf(list: Element): number {
  const [first, ...others] = list.children;
  const top = first?.getBoundingClientRect().top;
  const below = others.findIndex((item) => item.getBoundingClientRect().top !== top);
  return below < 0 ? list.children.length : below + 1;
}

function focusOn(list: Element, index: number, block: ScrollLogicalPosition): void {
  const link = list.children[Math.min(index, list.children.length - 1)]?.querySelector('a');
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block });
}
