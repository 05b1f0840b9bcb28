import { cx } from '@seaworthy/platform/ui';
import { Search } from 'lucide-react';
import type { Suggestion } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import { displayNames } from '../titles/names.ts';
import { Poster } from '../titles/poster.tsx';
import type { SearchBoxWords } from './search-box-words.ts';
import type { Suggestions } from './use-suggestions.ts';

interface Props {
  readonly id: string;
  readonly text: string;
  readonly suggestions: Suggestions;
  readonly active: number;
  readonly words: SearchBoxWords;
  onPick(index: number): void;
  onPoint(index: number): void;
}

/** The listbox below the search box: the suggestions, and last the way to all results. */
export function SuggestionList({ id, text, suggestions, active, words, onPick, onPoint }: Props) {
  const option = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === active,
    tabIndex: -1,
    // The focus stays in the box: it must not close before the click arrives.
    onPointerDown: (event: React.PointerEvent) => event.preventDefault(),
    onClick: () => onPick(index),
    onPointerMove: () => onPoint(index),
    className: cx('flex cursor-pointer items-center gap-3 px-3 py-2', index === active && 'bg-hover'),
  });
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.suggestions}
      className="absolute inset-x-0 top-full z-40 mt-2 max-h-[70dvh] overflow-y-auto rounded-lg border border-line bg-raised py-1 shadow-2xl max-sm:fixed max-sm:inset-x-2 max-sm:top-14 max-sm:mt-1"
    >
      {suggestions.items.map((suggestion, index) => (
        <div key={suggestion.id} {...option(index)}>
          <SuggestionRow suggestion={suggestion} words={words} />
        </div>
      ))}
      <div {...option(suggestions.items.length)}>
        <span className="grid w-9 place-content-center text-mute">
          <Search aria-hidden className="size-4" />
        </span>
        <span className="min-w-0 truncate text-sm text-soft">{fill(words.all, { q: text.trim() })}</span>
      </div>
    </div>
  );
}

function SuggestionRow({ suggestion, words }: { suggestion: Suggestion; words: SearchBoxWords }) {
  const { first, second } = displayNames(suggestion, words);
  const matched = [first.text, second?.text].includes(suggestion.matchedTitle)
    ? undefined
    : suggestion.matchedTitle;
  const facts = [words.kind[suggestion.kind], suggestion.year].filter(Boolean).join(' · ');
  return (
    <>
      <Poster poster={suggestion.poster} className="w-9" />
      <span className="min-w-0 flex-1">
        <span lang={first.lang} className="block truncate text-sm font-medium">
          {first.text}
        </span>
        <span className="block truncate text-xs text-mute">{matched ?? second?.text ?? facts}</span>
      </span>
      {(matched || second) && <span className="text-xs whitespace-nowrap text-mute">{facts}</span>}
    </>
  );
}
