import { useEffect, useRef, useState } from 'react';
import { suggest } from '../../api/browser.ts';
import type { SuggestionList } from '../../api/types.ts';

/** Long enough that a fast typist asks once a word, short enough to feel immediate. */
const DEBOUNCE_MS = 120;

/** The state of the suggestions for the text in the field. */
export interface Suggestions extends SuggestionList {
  /** `waiting`: no answer yet for any text; `ready`: the answer to `q`, which may be an earlier text than the present one. */
  readonly state: 'idle' | 'waiting' | 'ready' | 'failed';
  /** The text that `items` answer. */
  readonly q: string;
  retry(): void;
}

type Known = Omit<Suggestions, 'retry'>;

const IDLE: Known = { state: 'idle', q: '', items: [], correction: null };

/**
 * Suggestions for a query; none for the empty one. The first letter asks at once, further ones after a pause. An answer
 * that is no longer wanted is aborted and never shown, and the last wanted one stays until the next is there. While
 * `held`, as during the composition of a word, nothing is asked.
 */
export function useSuggestions(q: string, held: boolean): Suggestions {
  const [known, setKnown] = useState(IDLE);
  const [attempt, setAttempt] = useState(0);
  const before = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (held) return;
    const isFirst = before.current === '';
    before.current = q;
    if (q === '') {
      setKnown(IDLE);
      return;
    }
    setKnown((last) => (last.state === 'ready' ? last : { ...IDLE, state: 'waiting' }));
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        suggest(q, abort.signal).then(
          (answer) => setKnown({ state: 'ready', q, ...answer }),
          () => {
            if (!abort.signal.aborted) setKnown({ ...IDLE, state: 'failed', q });
          },
        );
      },
      isFirst ? 0 : DEBOUNCE_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q, held, attempt]);
  useEffect(() => {
    const retry = () => setAttempt((count) => count + 1);
    if (known.state !== 'failed') return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [known.state]);
  return { ...known, retry: () => setAttempt((count) => count + 1) };
}
