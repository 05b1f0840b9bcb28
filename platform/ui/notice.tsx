import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** What a place says when it has nothing to show: what happened, and what the reader can do next. */
export interface NoticeProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** The heading level that fits the page's outline. */
  readonly level?: 1 | 2;
}

/** An empty or failed state. */
export function Notice({ icon, title, children, actions, level = 2 }: NoticeProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="flex max-w-xl flex-col items-start gap-3 py-12">
      {icon && <div className="text-mute [&_svg]:size-10 [&_svg]:stroke-[1.25]">{icon}</div>}
      <Heading className={cx('wrap-anywhere', level === 1 ? 'text-2xl' : 'text-xl')}>{title}</Heading>
      {children && <div className="space-y-2 text-soft">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
