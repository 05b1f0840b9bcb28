/** Something a person searched for: the words they submitted, or the title that they opened. */
export interface RecentSearch {
  /** The words, or the title's name as it was shown. */
  readonly text: string;
  /** The title's slug; words have none. */
  readonly slug?: string;
}

/** So many are kept, newest first. They stay in this browser. */
export const RECENTS_MAX = 8;

const KEY = 'kitsu.recent';
const CHANGED = 'kitsu:recent';

/** The kept searches as text, for comparing; empty without any, or where the browser keeps nothing. */
export function storedRecents(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Reads what {@link storedRecents} gave; what somebody else wrote there is left out. */
export function parseRecents(stored: string): readonly RecentSearch[] {
  try {
    const kept: unknown = JSON.parse(stored || '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, RECENTS_MAX) : [];
  } catch {
    return [];
  }
}

/** Puts a search in front of the others. */
export function rememberSearch(search: RecentSearch): void {
  const others = parseRecents(storedRecents()).filter((other) => !isSame(other, search));
  store([search, ...others].slice(0, RECENTS_MAX));
}

/** Takes one search away. */
export function forgetSearch(search: RecentSearch): void {
  store(parseRecents(storedRecents()).filter((other) => !isSame(other, search)));
}

/** Takes all searches away. */
export function forgetSearches(): void {
  store([]);
}

/** Calls back whenever the kept searches change, here or in another tab; returns how to stop that. */
export function watchRecents(onChange: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) onChange();
  };
  window.addEventListener('storage', onStorage);
  document.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener('storage', onStorage);
    document.removeEventListener(CHANGED, onChange);
  };
}

function store(searches: readonly RecentSearch[]): void {
  try {
    if (searches.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // Storage is full or forbidden: searching goes on without a memory.
  }
  document.dispatchEvent(new Event(CHANGED));
}

function isSame(one: RecentSearch, other: RecentSearch): boolean {
  if (one.slug !== undefined || other.slug !== undefined) return one.slug === other.slug;
  return one.text.toLowerCase() === other.text.toLowerCase();
}

function isRecent(value: unknown): value is RecentSearch {
  if (typeof value !== 'object' || value === null) return false;
  const { text, slug } = value as Partial<Record<keyof RecentSearch, unknown>>;
  return typeof text === 'string' && text !== '' && (slug === undefined || typeof slug === 'string');
}
