'use client';

import { Button } from '@seaworthy/platform/ui';
import { History, X } from 'lucide-react';
import Link from 'next/link';
import { fill } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { recentHref } from './palette-options.ts';
import { forgetSearch, forgetSearches, rememberSearch } from './recent-searches.ts';
import { useRecentSearches } from './use-recent-searches.ts';

interface Props {
  readonly language: Language;
  readonly words: Pick<Dictionary['palette'], 'recent' | 'recentRemove' | 'recentClear'>;
}

/** The recent searches of this browser as a part of the page; nothing when there are none. */
export function RecentList({ language, words }: Props) {
  const recents = useRecentSearches();
  if (recents.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="mt-10 max-w-xl">
      <div className="mb-1 flex items-center justify-between gap-4">
        <h2 id="recent" className="text-lg">
          {words.recent}
        </h2>
        <Button tone="ghost" size="sm" onClick={forgetSearches}>
          {words.recentClear}
        </Button>
      </div>
      <ul className="-mx-2">
        {recents.map((recent) => (
          <li key={`${recent.slug} ${recent.text}`} className="flex items-center rounded-md hover:bg-hover">
            <Link
              href={recentHref(language, recent)}
              prefetch={false}
              onClick={() => rememberSearch(recent)}
              className="flex h-11 min-w-0 flex-1 items-center gap-3 px-2"
            >
              <History aria-hidden className="size-4 shrink-0 text-mute" />
              <span className="truncate">{recent.text}</span>
            </Link>
            <Button
              tone="ghost"
              square
              aria-label={fill(words.recentRemove, { name: recent.text })}
              onClick={() => forgetSearch(recent)}
            >
              <X aria-hidden className="size-4" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
