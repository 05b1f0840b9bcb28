import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const TONES = {
  plain: 'border-edge text-soft',
  live: 'border-current/40 text-live',
  accent: 'border-transparent bg-wash text-accent',
  warn: 'border-transparent bg-warn-wash text-warn',
} as const;

/** A short fact about a thing, never an action. */
export function Badge({ tone = 'plain', children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex h-6 items-center gap-1.5 rounded-sm border px-2 text-xs font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
