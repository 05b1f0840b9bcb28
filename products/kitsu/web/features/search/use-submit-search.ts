import { useRouter } from 'next/navigation';
import { announceNavigation } from '../../shell/announce-navigation.ts';
import { rememberSearch } from './recent-searches.ts';
import { resultsHref } from './results-href.ts';

/** Remembers a query that was submitted and goes to its results; the empty query goes nowhere. */
export function useSubmitSearch(action: string): (text: string) => void {
  const router = useRouter();
  return (text) => {
    const q = text.trim();
    if (q === '') return;
    rememberSearch({ text: q });
    const href = resultsHref(action, q);
    announceNavigation(href);
    router.push(href);
  };
}
