import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PaletteOption } from './palette-options.ts';

/** The active option of a list whose focus stays in a text field. */
export interface OptionKeys {
  /** The option that Enter chooses; undefined when that is the text itself. */
  readonly active: PaletteOption | undefined;
  point(option: PaletteOption | undefined): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** What a key does with the list. */
type Move = 'next' | 'previous' | 'first' | 'last' | 'choose' | 'chooseApart';

/**
 * Moves the active option by the keys of a combobox, and chooses it.
 *
 * @param pending whether `options` are still those of an earlier text: whoever types fast and goes on to the list means
 * what comes, not what is there by chance. The keys wait for it.
 */
export function useOptionKeys(
  options: readonly PaletteOption[],
  pending: boolean,
  choose: (option: PaletteOption, apart: boolean) => void,
): OptionKeys {
  const [activeKey, setActiveKey] = useState<string>();
  const waiting = useRef<Move[]>([]);
  // By key: an answer that arrives late must not put another title under the choice.
  const active = options.find(({ key }) => key === activeKey);

  const perform = (moves: readonly Move[]) => {
    let at = active;
    for (const move of moves) {
      if (move !== 'choose' && move !== 'chooseApart') at = moved(move, options, at);
      else if (at) choose(at, move === 'chooseApart');
    }
    setActiveKey(at?.key);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the arrival of the awaited options lets the keys go on
  useEffect(() => {
    if (!pending && waiting.current.length > 0) perform(waiting.current.splice(0));
  }, [pending]);

  return {
    active,
    point: (option) => {
      waiting.current = [];
      setActiveKey(option?.key);
    },
    onKeyDown: (event) => {
      // Until a word is composed, keys belong to the input method. Safari ends the composition before it reports its Enter.
      if (event.nativeEvent.isComposing || event.keyCode === 229) {
        if (event.key === 'Enter') event.preventDefault();
        return;
      }
      const move = moveOf(event, active !== undefined || waiting.current.length > 0);
      if (!move) return;
      event.preventDefault();
      if (pending) waiting.current.push(move);
      else perform([move]);
    },
  };
}

/** Home, End and Enter belong to the text until an option is active. */
function moveOf(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  isActive: boolean,
): Move | undefined {
  if (key === 'Enter') return isActive ? (ctrlKey || metaKey ? 'chooseApart' : 'choose') : undefined;
  if (shiftKey || altKey || ctrlKey || metaKey) return undefined;
  if (key === 'ArrowDown') return 'next';
  if (key === 'ArrowUp') return 'previous';
  if (!isActive) return undefined;
  return { Home: 'first' as const, End: 'last' as const }[key];
}

/** Where a move leads; undefined is the text, through which the arrows go round. */
function moved(
  move: Move,
  options: readonly PaletteOption[],
  from: PaletteOption | undefined,
): PaletteOption | undefined {
  const at = from ? options.indexOf(from) : -1;
  switch (move) {
    case 'next':
      return options[at + 1];
    case 'previous':
      return at < 0 ? options.at(-1) : options[at - 1];
    case 'first':
      return options[0];
    default:
      return options.at(-1);
  }
}
