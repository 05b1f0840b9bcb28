import { cx } from './cx.ts';

/** A block in the shape of what comes; it appears only when the wait is long enough to be noticed. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={cx('ui-skeleton', className)} />;
}
