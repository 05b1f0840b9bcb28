import { SheetButton } from '@seaworthy/platform/ui';
import { Settings2, Shuffle } from 'lucide-react';
import Link from 'next/link';
import { SearchBox } from '../features/search/search-box.tsx';
import { searchBoxWords } from '../features/search/search-box-words.ts';
import type { Locale } from '../i18n/locale.ts';
import { AccountDoor } from './account-door.tsx';
import { ACCOUNT_SHEET } from './account-sheet.tsx';
import { Logo } from './logo.tsx';
import { NavLink } from './nav-link.tsx';
import { sectionsOf } from './sections.ts';

const LINK =
  'flex h-9 items-center rounded-md px-3 text-base font-medium text-soft transition-colors hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink';

/** The bar at the top of every page: the way home, the sections, the search box, and the way in. */
export function Header({ locale }: { locale: Locale }) {
  const { site, entry } = locale.words;
  const [, ...sections] = sectionsOf(locale);
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-ground">
      <div className="frame flex h-14 items-center gap-3 sm:gap-4">
        <Link
          href={locale.href('/')}
          prefetch={false}
          aria-label={`${site.name}: ${site.nav.home}`}
          className="-ml-1 flex h-10 items-center gap-2.5 rounded-md px-1 font-display text-xl font-bold tracking-tight"
        >
          <Logo className="size-8" />
          <span className="max-sm:hidden">{site.name}</span>
        </Link>
        <nav aria-label={site.nav.label} className="flex items-center gap-0.5 max-lg:hidden">
          {sections.map(({ page, label }) => (
            <NavLink key={page} page={page} href={locale.href(page)} className={LINK}>
              {label}
            </NavLink>
          ))}
          <a href={locale.href('/random')} title={site.nav.randomHint} className={LINK}>
            <Shuffle aria-hidden className="mr-2 size-4" />
            {site.nav.random}
          </a>
        </nav>
        <div className="flex min-w-0 flex-1 justify-end">
          <SearchBox words={searchBoxWords(locale)} action={locale.href('/search')} />
        </div>
        <AccountDoor
          sheet={ACCOUNT_SHEET}
          logIn={locale.href('/login')}
          words={{ label: entry.menu.label, logIn: entry.menu.logIn }}
        />
        <SheetButton
          sheet="more"
          look={{ tone: 'ghost', square: true }}
          className="-mr-2 max-lg:hidden"
          label={site.footer.display}
        >
          <Settings2 aria-hidden className="size-5" />
        </SheetButton>
      </div>
    </header>
  );
}
