/** What makes a list that grew the same again: its later items, where it goes on, and what stood at the top. */
export interface KeptList<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
  readonly anchor: Anchor;
}

/** A title by its place in the list, and where its upper edge stood in the window, in CSS pixels. */
export interface Anchor {
  readonly index: number;
  readonly topPx: number;
}

/** Where a history entry notes which list belongs to it, so that going back finds the list as it was left. */
const PREFIX = 'kitsuList';

/** The list of the present history entry, if one was kept. */
export function readKept<T>(): KeptList<T> | undefined {
  const key: unknown = window.history.state?.[PREFIX];
  if (typeof key !== 'string') return undefined;
  try {
    const text = sessionStorage.getItem(key);
    return text ? (JSON.parse(text) as KeptList<T>) : undefined;
  } catch {
    return undefined;
  }
}

/** Ties a key to the present history entry, or finds the one that is tied to it. */
export function keyOfEntry(): string {
  const known: unknown = window.history.state?.[PREFIX];
  if (typeof known === 'string') return known;
  const key = `${PREFIX}.${crypto.randomUUID()}`;
  window.history.replaceState({ ...window.history.state, [PREFIX]: key }, '');
  return key;
}

/**
 * Keeps a list. Browsers hold about five million characters, some ten thousand titles: when it is too much, the lists
 * of other entries give way. Where nothing can be stored, going back shows the first page, as a plain link would.
 */
export function keep<T>(key: string, list: KeptList<T>): void {
  const text = JSON.stringify(list);
  try {
    sessionStorage.setItem(key, text);
  } catch {
    try {
      for (const other of Object.keys(sessionStorage)) {
        if (other.startsWith(`${PREFIX}.`)) sessionStorage.removeItem(other);
      }
      sessionStorage.setItem(key, text);
    } catch {
      return;
    }
  }
}

/** The first title that is still to be seen below the header. */
export function anchorOf(place: Element, headerPx: number): Anchor {
  const index = firstBelow(place, headerPx);
  return { index, topPx: place.children[index]?.getBoundingClientRect().top ?? 0 };
}

/** The place of the first title whose lower edge is below a height of the window; lists are ordered from top to bottom. */
export function firstBelow(place: Element, heightPx: number): number {
  let [low, high] = [0, place.children.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const bottom = place.children[middle]?.getBoundingClientRect().bottom ?? 0;
    if (bottom > heightPx) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Scrolls so that the anchor stands where it stood. */
export function scrollToAnchor(place: Element, { index, topPx }: Anchor): void {
  const top = place.children[index]?.getBoundingClientRect().top;
  if (top !== undefined && Math.abs(top - topPx) > 1) {
    window.scrollBy({ top: top - topPx, behavior: 'instant' });
  }
}
