'use client';

import { Button, buttonClass } from '@seaworthy/platform/ui';
import { useEffect, useState } from 'react';
import type { Language } from '../i18n/languages.ts';
import { rememberLanguage, wantedLanguage } from './language-memory.ts';

interface Props {
  /** The language of the page. */
  readonly current: Language;
  /** The language that is offered, in whose words the offer is made. */
  readonly offered: Language;
  readonly href: string;
  readonly words: { readonly text: string; readonly accept: string; readonly decline: string };
}

/**
 * Offers a visitor whose browser speaks another language of ours to switch, once. It lies over the page, so that nothing
 * moves, and asks in the browser: the page stays the same for everybody and can be kept by the front door.
 */
export function LanguageOffer({ current, offered, href, words }: Props) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(wantedLanguage() === offered), [offered]);
  if (!open) return null;
  return (
    <aside
      lang={offered}
      aria-label={words.text}
      className="fixed bottom-4 left-4 z-20 w-[min(22rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-4 shadow-xl max-lg:bottom-[calc(4.5rem+env(safe-area-inset-bottom))]"
    >
      <p className="mb-3 text-base">{words.text}</p>
      <div className="flex flex-wrap gap-2">
        <a
          href={href}
          hrefLang={offered}
          onClick={() => rememberLanguage(offered)}
          className={buttonClass({ tone: 'solid', size: 'sm' })}
        >
          {words.accept}
        </a>
        <Button
          tone="ghost"
          size="sm"
          onClick={() => {
            rememberLanguage(current);
            setOpen(false);
          }}
        >
          {words.decline}
        </Button>
      </div>
    </aside>
  );
}
