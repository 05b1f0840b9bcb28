import { Button } from '@seaworthy/platform/ui';
import { ArrowLeft, Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import type { Dictionary } from '../../i18n/translated.ts';
import type { SearchBoxWords } from './search-box-words.ts';
import type { PaletteState } from './use-palette.ts';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly box: SearchBoxWords;
  readonly words: Dictionary['palette'];
  readonly palette: PaletteState;
  readonly listId: string;
  /** The element of the active option. */
  readonly activeId: string | undefined;
  onClose(): void;
}

/** The palette's combobox with the ways to clear and to leave it. */
export function PaletteField({ input, box, words, palette, listId, activeId, onClose }: Props) {
  return (
    <form
      className="palette-field"
      onSubmit={(event) => {
        event.preventDefault();
        palette.submit();
      }}
    >
      <Button tone="ghost" square aria-label={words.close} className="sm:hidden" onClick={onClose}>
        <ArrowLeft aria-hidden className="size-5" />
      </Button>
      <Search aria-hidden className="ml-2 size-5 shrink-0 text-mute max-sm:hidden" />
      <input
        ref={input}
        type="search"
        inputMode="search"
        role="combobox"
        aria-label={box.label}
        aria-expanded={palette.options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={box.placeholder}
        value={palette.text}
        onChange={(event) => palette.type(event.target.value)}
        onCompositionStart={() => palette.compose(true)}
        onCompositionEnd={() => palette.compose(false)}
        onKeyDown={(event) => {
          palette.onKeyDown(event);
          // By itself a search field would only be emptied by it.
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onClose();
        }}
      />
      {palette.text !== '' && (
        <Button
          tone="ghost"
          size="sm"
          square
          aria-label={words.clear}
          onClick={() => {
            palette.type('');
            input.current?.focus();
          }}
        >
          <X aria-hidden className="size-4" />
        </Button>
      )}
      <Button size="sm" aria-label={words.close} className="max-sm:hidden" onClick={onClose}>
        Esc
      </Button>
    </form>
  );
}
