'use client';

import { cx } from '@seaworthy/platform/ui';
import { usePathname, useSearchParams } from 'next/navigation';
import { LANGUAGES, type Language, localPath, pageOf } from '../i18n/languages.ts';
import { rememberLanguage } from './language-memory.ts';

interface Props {
  readonly label: string;
  readonly current: Language;
  readonly names: Readonly<Record<Language, string>>;
}

/** The same page in the other languages. These are full loads: the language belongs to the whole document. */
export function LanguageLinks({ label, current, names }: Props) {
  const page = pageOf(usePathname());
  const query = useSearchParams().toString();
  return (
    <nav aria-label={label}>
      <p aria-hidden className="mb-2 text-xs font-medium text-mute">
        {label}
      </p>
      <ul className="flex rounded-md border border-line bg-sunken p-0.5">
        {LANGUAGES.map((language) => (
          <li key={language} className="flex-1">
            <a
              href={localPath(language, page) + (query && `?${query}`)}
              hrefLang={language}
              lang={language}
              onClick={() => rememberLanguage(language)}
              aria-current={language === current ? 'true' : undefined}
              className={cx(
                'flex h-8 items-center justify-center rounded-sm px-2 text-sm',
                language === current ? 'bg-hover text-ink' : 'text-soft hover:text-ink',
              )}
            >
              {names[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
