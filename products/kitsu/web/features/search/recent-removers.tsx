import { X } from 'lucide-react';
import { fill } from '../../i18n/format.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { forgetSearch, forgetSearches, type RecentSearch } from './recent-searches.ts';

interface Props {
  readonly words: Dictionary['palette'];
  readonly recents: readonly RecentSearch[];
  onRemoved(message: string): void;
}

/**
 * The buttons that take recent searches away. They lie beside the options and not in them, since an option can hold no
 * button; lines of one height bring the two together.
 */
export function RecentRemovers({ words, recents, onRemoved }: Props) {
  return (
    <div className="palette-removers">
      <button
        type="button"
        className="text-xs font-medium text-soft underline-offset-4 hover:text-ink hover:underline"
        onClick={() => {
          forgetSearches();
          onRemoved(words.recentCleared);
        }}
      >
        {words.recentClear}
      </button>
      {recents.map((recent) => (
        <button
          key={`${recent.slug} ${recent.text}`}
          type="button"
          aria-label={fill(words.recentRemove, { name: recent.text })}
          className="text-mute hover:text-ink"
          onClick={() => {
            forgetSearch(recent);
            onRemoved(fill(words.recentRemoved, { name: recent.text }));
          }}
        >
          <X aria-hidden className="size-4" />
        </button>
      ))}
    </div>
  );
}
