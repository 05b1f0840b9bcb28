import { cx } from '@seaworthy/platform/ui';

/** Kitsu's mark, the fox at rest. The same file is the browser's icon. */
export function Logo({ className }: { className?: string }) {
  // biome-ignore lint/performance/noImgElement: a small drawing that every page shows
  return <img src="/icon.svg" alt="" width={32} height={32} className={cx('shrink-0', className)} />;
}
