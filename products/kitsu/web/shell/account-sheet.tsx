import { Sheet } from '@seaworthy/platform/ui';
import { ShieldCheck, UserRound, Wrench } from 'lucide-react';
import Link from 'next/link';
import type { Locale } from '../i18n/locale.ts';
import { AccountName } from './account-name.tsx';
import { LogOutButton } from './log-out-button.tsx';

/** Id of the sheet, for its openers. */
export const ACCOUNT_SHEET = 'account';

const ROW =
  'flex h-10 items-center gap-3 rounded-md px-2 text-base hover:bg-hover max-lg:h-11 [&_svg]:size-5 [&_svg]:text-mute';

/** The menu of somebody logged in. It stands in every page and names nobody: the browser fills in who it is. */
export function AccountSheet({ locale }: { locale: Locale }) {
  const { site, entry } = locale.words;
  const { menu } = entry;
  return (
    <Sheet id={ACCOUNT_SHEET} title={menu.label} closeLabel={site.nav.close} wide="menu">
      <div className="p-2">
        <AccountName />
        <Link href={locale.href('/account')} prefetch={false} className={ROW}>
          <UserRound aria-hidden />
          {menu.account}
        </Link>
        <Link href={locale.href('/account/security')} prefetch={false} className={ROW}>
          <ShieldCheck aria-hidden />
          {menu.security}
        </Link>
        <Link href={locale.href('/staff')} prefetch={false} className={`staff-only ${ROW}`}>
          <Wrench aria-hidden />
          {menu.staff}
        </Link>
        <LogOutButton home={locale.href('/')} words={{ logOut: menu.logOut, failed: menu.logOutFailed }} />
      </div>
    </Sheet>
  );
}
