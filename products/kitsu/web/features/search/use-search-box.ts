import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { type Language, localPath } from '../../i18n/languages.ts';
import { announceNavigation } from '../../shell/announce-navigation.ts';
import { type Suggestions, useSuggestions } from './use-suggestions.ts';

/** What the search box shows and does. */
export interface SearchBoxState {
  readonly text: string;
  readonly suggestions: Suggestions;
  /** Whether the list is open. */
  readonly shown: boolean;
  /** The option that Enter picks; -1 is the text itself. The option after the last suggestion is “all results”. */
  readonly active: number;
  point(index: number): void;
  pick(index: number): void;
  type(text: string): void;
  close(): void;
  onKeyDown(event: KeyboardEvent): void;
  onSubmit(event: FormEvent): void;
}

/** The state of the search box: text, suggestions, which of them is active, and where each way out leads. */
export function useSearchBox(
  input: RefObject<HTMLInputElement | null>,
  language: Language,
  action: string,
): SearchBoxState {
  const router = useRouter();
  const asked = useSearchParams().get('q') ?? '';
  const [text, setText] = useState(asked);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(open ? text : '');
  const shown = open && suggestions.state !== 'idle' && text.trim() !== '';
  useEffect(() => setText(asked), [asked]);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const leave = (href: string) => {
    close();
    input.current?.blur();
    announceNavigation(href);
    router.push(href);
  };
  const toResults = () => {
    if (text.trim() !== '') leave(`${action}?${new URLSearchParams({ q: text.trim() })}`);
  };
  const pick = (index: number) => {
    const title = suggestions.items[index];
    if (title) leave(localPath(language, `/anime/${title.slug}`));
    else toResults();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown) {
      event.preventDefault();
      setActive(stepped(active, step, suggestions.items.length + 1));
    } else if (step === 1) {
      setOpen(true);
    } else if (event.key === 'Enter' && shown && active >= 0) {
      event.preventDefault();
      pick(active);
    } else if (event.key === 'Escape') {
      if (!shown) setText('');
      close();
    }
  };
  const type = (typed: string) => {
    setText(typed);
    setOpen(true);
    setActive(-1);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    toResults();
  };
  return { text, suggestions, shown, active, point: setActive, pick, type, close, onKeyDown, onSubmit };
}

/** The next place in a round of the text (-1) and `options` options. */
function stepped(active: number, step: number, options: number): number {
  const places = options + 1;
  return ((active + 1 + step + places) % places) - 1;
}
