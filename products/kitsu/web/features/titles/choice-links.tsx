import { cx } from '@seaworthy/platform/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A choice of a few addresses, one of which is the present one. */
export function ChoiceLinks({ label, className, children }: Props) {
  return (
    <nav aria-label={label} className={cx('flex flex-wrap gap-0.5', className)}>
      {children}
    </nav>
  );
}

/** One of the choices. */
export function ChoiceLink({
  href,
  current,
  children,
}: {
  href: string;
  current: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={cx(
        'flex h-8 items-center rounded-md px-3 text-sm',
        current ? 'bg-hover font-medium text-ink' : 'text-soft hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
