import { Sheet, SheetButton } from '@seaworthy/platform/ui';
import { Building2, Keyboard, Shuffle } from 'lucide-react';
import Link from 'next/link';
import { dictionaryOf } from '../i18n/dictionary.ts';
import type { Locale } from '../i18n/locale.ts';
import { LanguageLinks } from './language-links.tsx';
import { SHORTCUTS_SHEET } from './shortcuts-sheet.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { TitlesChoice } from './titles-choice.tsx';

const ROW =
  'flex h-11 items-center gap-3 rounded-md px-2 text-base hover:bg-hover [&_svg]:size-5 [&_svg]:text-mute';

/** Theme, the language of titles and that of the site; on phones also the sections that the tab bar has no room for. */
export function MoreSheet({ locale }: { locale: Locale }) {
  const { nav, display } = locale.words.site;
  const names = { en: dictionaryOf('en').site.languageName, ru: dictionaryOf('ru').site.languageName };
  return (
    <Sheet id="more" title={nav.more} closeLabel={nav.close} wide="menu">
      <div className="space-y-5 p-4">
        <nav aria-label={nav.more} className="-mx-2 lg:hidden">
          <Link href={locale.href('/studios')} prefetch={false} className={ROW}>
            <Building2 aria-hidden />
            {nav.studios}
          </Link>
          <a href={locale.href('/random')} className={ROW}>
            <Shuffle aria-hidden />
            {nav.randomHint}
          </a>
        </nav>
        <ThemeChoice label={display.theme} names={display.themes} />
        <TitlesChoice
          label={display.titles}
          hint={display.titlesHint}
          names={display.titleLanguages}
          current={locale.titles}
        />
        <LanguageLinks label={display.language} current={locale.language} names={names} />
        <SheetButton
          sheet={SHORTCUTS_SHEET}
          className="-mx-2 flex h-9 w-[calc(100%+1rem)] items-center gap-2.5 rounded-md px-2 text-sm text-soft hover:bg-hover max-lg:hidden"
        >
          <Keyboard aria-hidden className="size-4 text-mute" />
          {locale.words.site.shortcuts.title}
          <kbd aria-hidden className="ml-auto font-text text-xs text-mute">
            ?
          </kbd>
        </SheetButton>
      </div>
    </Sheet>
  );
}
