import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { palette as en } from '../../i18n/en/palette.ts';
import { palette as ru } from '../../i18n/ru/palette.ts';
import { PaletteField } from './palette-field.tsx';
import { PaletteKeys } from './palette-keys.tsx';
import { PalettePanel } from './palette-panel.tsx';
import type { SearchBoxWords } from './search-box-words.ts';
import { useModal } from './use-modal.ts';
import { usePalette } from './use-palette.ts';

const WORDS = { en, ru };

/** What the search box hands to its palette. */
export interface PaletteProps {
  readonly words: SearchBoxWords;
  /** The page of all results. */
  readonly action: string;
  /** The field that opened the palette: its text and selection go on here. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** Called when the palette is closed, with the text that was left in it. */
  onClose(text: string): void;
}

/**
 * The search over the page: a field with a list of suggestions below it, after the combobox pattern of ARIA. The focus
 * stays in the field; the arrows move the active option. It is modal: the browser keeps focus and readers inside, and
 * returns the focus to where it was.
 */
export function Palette({ words, action, field, onClose }: PaletteProps) {
  const own = WORDS[words.language];
  const dialog = useModal();
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const close = () => dialog.current?.close();
  const palette = usePalette(words, action, field.current?.value ?? '', () => {
    close();
    // What comes next is on the page: the focus goes on there, not in the header.
    document.getElementById('main')?.focus({ preventScroll: true });
  });
  const optionId = (key: string) => `${listId}-${key.replaceAll(/\s/g, '-')}`;
  const activeId = palette.active && optionId(palette.active.key);

  useLayoutEffect(() => {
    const { selectionStart = null, selectionEnd = null } = field.current ?? {};
    input.current?.focus();
    input.current?.setSelectionRange(selectionStart, selectionEnd);
  }, [field]);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  return (
    <dialog
      ref={dialog}
      id="palette"
      className="palette"
      aria-label={own.title}
      onClose={() => onClose(palette.text)}
    >
      <PaletteField
        input={input}
        box={words}
        words={own}
        palette={palette}
        listId={listId}
        activeId={activeId}
        onClose={close}
      />
      <PalettePanel
        id={listId}
        box={words}
        words={own}
        palette={palette}
        optionId={optionId}
        onRemoved={() => input.current?.focus()}
      />
      <PaletteKeys words={own} />
    </dialog>
  );
}
