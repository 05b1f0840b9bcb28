import { useRouter } from 'next/navigation';
import { type MouseEvent, useState } from 'react';
import { announceNavigation } from '../../shell/announce-navigation.ts';
import { QUERY_MAX } from './limits.ts';
import { type PaletteOption, queryOptions, startOptions } from './palette-options.ts';
import { type RecentSearch, rememberSearch } from './recent-searches.ts';
import type { SearchBoxWords } from './search-box-words.ts';
import { type OptionKeys, useOptionKeys } from './use-option-keys.ts';
import { useRecentSearches } from './use-recent-searches.ts';
import { useSubmitSearch } from './use-submit-search.ts';
import { type Suggestions, useSuggestions } from './use-suggestions.ts';

/** What the palette shows and does. */
export interface PaletteState extends OptionKeys {
  readonly text: string;
  /** The text as it is searched for. */
  readonly q: string;
  readonly suggestions: Suggestions;
  readonly options: readonly PaletteOption[];
  /** Whether the options are still those of an earlier text. */
  readonly pending: boolean;
  type(text: string): void;
  compose(on: boolean): void;
  onPick(option: PaletteOption, event: MouseEvent): void;
  submit(): void;
}

/**
 * The state of the palette: text, options, which of them is active, and where each way out leads.
 * @param leave closes the palette, because another page is about to be shown
 */
export function usePalette(
  words: SearchBoxWords,
  action: string,
  initial: string,
  leave: () => void,
): PaletteState {
  const router = useRouter();
  const goToResults = useSubmitSearch(action);
  const [text, setText] = useState(initial);
  const [composing, setComposing] = useState(false);
  const recents = useRecentSearches();
  const q = text.trim();
  const searched = q.length > QUERY_MAX ? '' : q;
  const suggestions = useSuggestions(searched, composing);
  const options = q !== searched ? [] : optionsOf(words, action, q, suggestions, recents);
  const pending = searched !== suggestions.q;

  const choose = (option: PaletteOption, apart: boolean) => {
    if (option.remember) rememberSearch(option.remember);
    if (apart) {
      window.open(option.href, '_blank', 'noopener');
      return;
    }
    leave();
    announceNavigation(option.href);
    router.push(option.href);
  };
  const keys = useOptionKeys(options, pending, choose);

  return {
    ...keys,
    text,
    q,
    suggestions,
    options,
    pending,
    type: (typed) => {
      setText(typed);
      keys.point(undefined);
    },
    compose: setComposing,
    onPick: (option, event) => {
      // The browser opens links in tabs and windows by itself.
      if (event.metaKey || event.ctrlKey || event.shiftKey) {
        if (option.remember) rememberSearch(option.remember);
        return;
      }
      event.preventDefault();
      choose(option, false);
    },
    submit: () => {
      if (searched === '') return;
      leave();
      goToResults(searched);
    },
  };
}

/** What can be chosen: before the first answer nothing, so that nothing is chosen by mistake. */
function optionsOf(
  words: SearchBoxWords,
  action: string,
  q: string,
  suggestions: Suggestions,
  recents: readonly RecentSearch[],
): readonly PaletteOption[] {
  const { state, items } = suggestions;
  if (q === '') return startOptions(words.language, recents);
  if (state === 'idle' || state === 'waiting') return [];
  // All results of nothing are nothing: there the ways in help more.
  if (state === 'ready' && items.length === 0) return startOptions(words.language, []);
  return queryOptions(words, action, q, suggestions);
}
