'use client';

import { Search } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import { areShortcutsOn, followShortcuts } from '../../shell/shortcuts.ts';
import type { SearchBoxWords } from './search-box-words.ts';
import { ShortcutHint } from './shortcut-hint.tsx';
import { usePaletteDoor } from './use-palette-door.ts';
import { useSubmitSearch } from './use-submit-search.ts';

interface Props {
  readonly words: SearchBoxWords;
  /** The page of all results; the form also works without JavaScript. */
  readonly action: string;
}

/** The search field in the header: a form that leads to all results, and the door to the palette. */
export function SearchBox({ words, action }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const { Palette, ...door } = usePaletteDoor(input);
  const submit = useSubmitSearch(action);
  const hasSlash = useSyncExternalStore(followShortcuts, areShortcutsOn, () => true);
  return (
    <search className="w-full sm:max-w-96">
      <form
        action={action}
        className="palette-door relative"
        onSubmit={(event) => {
          event.preventDefault();
          submit(input.current?.value ?? '');
        }}
      >
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-mute" />
        <input
          ref={input}
          name="q"
          type="search"
          role="combobox"
          aria-label={words.label}
          aria-haspopup="dialog"
          aria-expanded={Palette !== undefined}
          aria-controls="palette"
          aria-keyshortcuts={`Control+K Meta+K${hasSlash ? ' /' : ''}`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={words.placeholder}
          defaultValue={door.asked}
          onPointerEnter={door.prepare}
          onClick={door.show}
          onInput={door.show}
          onKeyDown={(event) => event.key === 'ArrowDown' && door.show()}
          onCompositionStart={() => door.compose(true)}
          onCompositionEnd={() => door.compose(false)}
          className="ui-input peer h-9 pr-9 pl-9 text-base sm:pr-16"
        />
        <ShortcutHint />
      </form>
      {Palette && <Palette words={words} action={action} field={input} onClose={door.onClose} />}
    </search>
  );
}
