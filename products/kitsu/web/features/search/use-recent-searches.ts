import { useMemo, useSyncExternalStore } from 'react';
import { parseRecents, type RecentSearch, storedRecents, watchRecents } from './recent-searches.ts';

/** The searches this browser keeps, newest first; none while the server renders. */
export function useRecentSearches(): readonly RecentSearch[] {
  const stored = useSyncExternalStore(watchRecents, storedRecents, () => '');
  return useMemo(() => parseRecents(stored), [stored]);
}
