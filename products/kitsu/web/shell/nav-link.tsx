'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { pageOf } from '../i18n/languages.ts';

interface Props {
  readonly href: string;
  /** The page without its language; the link is current on it and below it. */
  readonly page: string;
  /** Current on the page itself only. */
  readonly exact?: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

/** A link of the main navigation that knows whether it is current. */
export function NavLink({ href, page, exact = false, className, children }: Props) {
  const shown = pageOf(usePathname());
  const current = shown === page || (page !== '/' && !exact && shown.startsWith(`${page}/`));
  return (
    <Link href={href} prefetch={false} className={className} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  );
}
