'use client';

import { Search } from 'lucide-react';
import { useId, useRef } from 'react';
import { formatCount } from '../../i18n/format.ts';
import type { SearchBoxWords } from './search-box-words.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useSearchBox } from './use-search-box.ts';
import { useSearchShortcut } from './use-search-shortcut.ts';
import type { Suggestions } from './use-suggestions.ts';

interface Props {
  readonly words: SearchBoxWords;
  /** The page of all results; the form also works without JavaScript. */
  readonly action: string;
}

/** The search box in the header: a combobox whose list holds titles and, last, the way to all results. */
export function SearchBox({ words, action }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const box = useSearchBox(input, words.language, action);
  useSearchShortcut(input);
  return (
    <search className="relative w-full sm:max-w-96">
      <form action={action} onSubmit={box.onSubmit}>
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-mute" />
        <input
          ref={input}
          name="q"
          type="search"
          role="combobox"
          aria-label={words.label}
          aria-expanded={box.shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={box.shown && box.active >= 0 ? `${listId}-${box.active}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
          placeholder={words.placeholder}
          value={box.text}
          onChange={(event) => box.type(event.target.value)}
          onKeyDown={box.onKeyDown}
          onBlur={box.close}
          className="ui-input peer h-9 pr-9 pl-9 text-base"
        />
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-2 right-2 grid h-5 min-w-5 place-content-center rounded-sm border border-line px-1 font-text text-xs text-mute peer-focus:hidden max-sm:hidden"
        >
          /
        </kbd>
      </form>
      {box.shown && (
        <SuggestionList
          id={listId}
          text={box.text}
          suggestions={box.suggestions}
          active={box.active}
          words={words}
          onPick={box.pick}
          onPoint={box.point}
        />
      )}
      <p role="status" className="sr-only">
        {box.shown ? announcement(box.suggestions, words) : ''}
      </p>
    </search>
  );
}

function announcement({ state, items }: Suggestions, words: SearchBoxWords): string {
  if (state === 'failed') return words.failed;
  return items.length === 0 ? words.none : formatCount(words.language, items.length, words.found);
}
