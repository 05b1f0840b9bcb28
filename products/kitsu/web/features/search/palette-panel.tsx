import { Button } from '@seaworthy/platform/ui';
import { useState } from 'react';
import { fill, formatCount, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { QUERY_MAX } from './limits.ts';
import { OptionLink } from './option-link.tsx';
import type { PaletteOption } from './palette-options.ts';
import { RecentRemovers } from './recent-removers.tsx';
import type { SearchBoxWords } from './search-box-words.ts';
import type { PaletteState } from './use-palette.ts';

interface Props {
  readonly id: string;
  readonly box: SearchBoxWords;
  readonly words: Dictionary['palette'];
  readonly palette: PaletteState;
  optionId(key: string): string;
  /** A recent search was removed, and with it the button that had the focus. */
  onRemoved(): void;
}

/** What stands below the palette's field: a word on how the search went, and the options. */
export function PalettePanel({ id, box, words, palette, optionId, onRemoved }: Props) {
  const { q, suggestions, options, active } = palette;
  const [removed, setRemoved] = useState('');
  const said = saying(palette, words, box.language);
  const recents = options.filter((option) => option.kind === 'recent');
  const line = (option: PaletteOption) => (
    <OptionLink
      key={option.key}
      id={optionId(option.key)}
      option={option}
      isActive={option === active}
      box={box}
      words={words}
      q={q}
      met={suggestions.correction?.query ?? suggestions.q}
      onPick={palette.onPick}
      onPoint={palette.point}
    />
  );
  return (
    <div className="palette-panel">
      {said && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-3 pb-2 text-sm text-soft">
          <p className="min-w-0 flex-1 basis-60 wrap-anywhere">{said}</p>
          {suggestions.state === 'failed' && (
            <Button size="sm" onClick={suggestions.retry}>
              {words.retry}
            </Button>
          )}
        </div>
      )}
      <div className="palette-list" aria-busy={palette.pending}>
        <div id={id} role="listbox" aria-label={words.suggestions}>
          {q !== '' && options.map(line)}
          {q === '' && (
            <>
              <Group label={words.recent} options={recents} line={line} />
              <Group label={words.ways} options={options.filter(({ kind }) => kind === 'way')} line={line} />
            </>
          )}
        </div>
        {recents.length > 0 && (
          <RecentRemovers
            words={words}
            recents={recents.map(({ recent }) => recent)}
            onRemoved={(message) => {
              setRemoved(message);
              onRemoved();
            }}
          />
        )}
      </div>
      <p role="status" className="sr-only">
        {announcement(palette, words, box.language) || removed}
      </p>
    </div>
  );
}

interface GroupProps {
  readonly label: string;
  readonly options: readonly PaletteOption[];
  line(option: PaletteOption): React.ReactNode;
}

function Group({ label, options, line }: GroupProps) {
  if (options.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-label={label}>
      <p aria-hidden className="palette-heading">
        {label}
      </p>
      {options.map(line)}
    </div>
  );
}

/** What is to be said before the options, if anything. */
function saying(
  { text, q, suggestions }: PaletteState,
  words: Dictionary['palette'],
  language: Language,
): string {
  const { state, items, correction } = suggestions;
  if (q === '') return '';
  if (q.length > QUERY_MAX) {
    const [n, max] = [text.trim().length, QUERY_MAX].map((value) => formatNumber(language, value));
    return fill(words.tooLong, { n: n ?? '', max: max ?? '' });
  }
  if (state === 'failed') return navigator.onLine ? words.failed : words.offline;
  if (state === 'ready' && items.length === 0) return `${words.none}. ${words.noneHint}`;
  if (!correction) return '';
  const reason = fill(words.corrected[correction.reason], { typed: suggestions.q });
  return `${reason} ${fill(words.shown, { q: correction.query })}`;
}

/** The same for who listens, with the number of suggestions; while an answer is awaited it is better to be quiet. */
function announcement(palette: PaletteState, words: Dictionary['palette'], language: Language): string {
  const { q, suggestions } = palette;
  if (q === '') return '';
  const said = saying(palette, words, language);
  if (suggestions.state !== 'ready' || suggestions.items.length === 0) return said;
  if (palette.pending) return '';
  return `${formatCount(language, suggestions.items.length, words.found)}. ${said}`.trim();
}
