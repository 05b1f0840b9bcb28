'use client';

import { Search } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { localPath } from '../../i18n/languages.ts';
import { announceNavigation } from '../../shell/announce-navigation.ts';
import type { SearchBoxWords } from './search-box-words.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useSearchShortcut } from './use-search-shortcut.ts';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  readonly words: SearchBoxWords;
  /** The page of all results; the form also works without JavaScript. */
  readonly action: string;
}

/** The search box in the header: a combobox whose list holds titles and, last, the way to all results. */
export function SearchBox({ words, action }: Props) {
  const router = useRouter();
  const asked = useSearchParams().get('q') ?? '';
  const [text, setText] = useState(asked);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const suggestions = useSuggestions(open ? text : '');
  const shown = open && suggestions.state !== 'idle' && text.trim() !== '';

  useSearchShortcut(input);
  useEffect(() => setText(asked), [asked]);

  const leave = (href: string) => {
    setOpen(false);
    setActive(-1);
    input.current?.blur();
    announceNavigation(href);
    router.push(href);
  };
  const toResults = () => {
    if (text.trim() !== '') leave(`${action}?${new URLSearchParams({ q: text.trim() })}`);
  };
  const pick = (index: number) => {
    const title = suggestions.items[index];
    if (title) leave(localPath(words.language, `/anime/${title.slug}`));
    else toResults();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown) {
      event.preventDefault();
      const places = suggestions.items.length + 2;
      setActive((at) => ((at + 1 + step + places) % places) - 1);
    } else if (step === 1) {
      setOpen(true);
    } else if (event.key === 'Enter' && shown && active >= 0) {
      event.preventDefault();
      pick(active);
    } else if (event.key === 'Escape') {
      if (!shown) setText('');
      setOpen(false);
      setActive(-1);
    }
  };

  return (
    <search className="relative w-full sm:max-w-96">
      <form
        action={action}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          toResults();
        }}
      >
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-mute" />
        <input
          ref={input}
          name="q"
          type="search"
          role="combobox"
          aria-label={words.label}
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          className="ui-input peer h-9 pr-9 pl-9 text-base"
        />
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-2 right-2 grid h-5 min-w-5 place-content-center rounded-sm border border-line px-1 font-text text-xs text-mute peer-focus:hidden max-sm:hidden"
        >
          /
        </kbd>
      </form>
      {shown && (
        <SuggestionList
          id={listId}
          text={text}
          suggestions={suggestions}
          active={active}
          words={words}
          onPick={pick}
          onPoint={setActive}
        />
      )}
      <p role="status" className="sr-only">
        {shown ? announcement(suggestions.state, suggestions.items.length, words) : ''}
      </p>
    </search>
  );
}

function announcement(state: 'idle' | 'ready' | 'failed', count: number, words: SearchBoxWords): string {
  if (state === 'failed') return words.failed;
  return count === 0 ? words.none : formatCount(words.language, count, words.found);
}
