import { SheetButton } from '@seaworthy/platform/ui';
import { Ellipsis } from 'lucide-react';
import type { Locale } from '../i18n/locale.ts';
import { NavLink } from './nav-link.tsx';
import { sectionsOf } from './sections.ts';

const TAB =
  'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-mute aria-[current]:text-accent [&_svg]:size-5';

/** The sections within reach of a thumb; wide screens have them in the header. */
export function TabBar({ locale }: { locale: Locale }) {
  const { nav } = locale.words.site;
  return (
    <nav
      aria-label={nav.label}
      className="sticky bottom-0 z-30 flex border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {sectionsOf(locale)
        .slice(0, 4)
        .map(({ page, label, icon: Icon }) => (
          <NavLink key={page} page={page} href={locale.href(page)} className={TAB}>
            <Icon aria-hidden />
            {label}
          </NavLink>
        ))}
      <SheetButton sheet="more" className={TAB}>
        <Ellipsis aria-hidden />
        {nav.more}
      </SheetButton>
    </nav>
  );
}
