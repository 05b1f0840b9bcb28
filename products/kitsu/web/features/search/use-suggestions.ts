import { useEffect, useState } from 'react';
import { suggest } from '../../api/browser.ts';
import type { Suggestion } from '../../api/types.ts';

/** Long enough that a fast typist asks once a word, short enough to feel immediate. */
const DEBOUNCE_MS = 120;

/** The state of the suggestions for the text in the box. */
export interface Suggestions {
  readonly state: 'idle' | 'ready' | 'failed';
  /** The text that `items` answer; while the next answer is under way it is an earlier one. */
  readonly q: string;
  readonly items: readonly Suggestion[];
}

const IDLE: Suggestions = { state: 'idle', q: '', items: [] };

/** Suggestions for a text, debounced; an answer that is no longer wanted is aborted and never shown. */
export function useSuggestions(text: string): Suggestions {
  const [suggestions, setSuggestions] = useState(IDLE);
  const q = text.trim();
  useEffect(() => {
    if (q === '') {
      setSuggestions(IDLE);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      suggest(q, abort.signal).then(
        (items) => setSuggestions({ state: 'ready', q, items }),
        () => {
          if (!abort.signal.aborted) setSuggestions({ state: 'failed', q, items: [] });
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q]);
  return suggestions;
}
