import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

/** How loud a button is: `solid` for the one main action, `quiet` for others, `ghost` inside bars. */
export interface ButtonLook {
  readonly tone?: 'solid' | 'quiet' | 'ghost';
  readonly size?: 'sm' | 'md';
  /** A square around one icon. */
  readonly square?: boolean;
}

const TONES = {
  solid: 'bg-solid text-on-solid font-semibold hover:brightness-110',
  quiet: 'border border-line bg-raised text-ink font-medium hover:border-edge hover:bg-hover',
  ghost: 'text-soft font-medium hover:bg-hover hover:text-ink',
} as const;

/** The classes of a button, for elements that only look like one, such as links. */
export function buttonClass({ tone = 'quiet', size = 'md', square = false }: ButtonLook = {}): string {
  const height = size === 'sm' ? 'h-8 text-sm' : 'h-10 text-base';
  const width = square ? (size === 'sm' ? 'w-8' : 'w-10') : size === 'sm' ? 'px-3' : 'px-4';
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-md whitespace-nowrap transition-colors',
    'disabled:opacity-50 aria-disabled:opacity-50',
    height,
    width,
    TONES[tone],
  );
}

/** A button of the kit; `type` is `button` unless told otherwise. */
export function Button({ tone, size, square, className, ...rest }: ComponentProps<'button'> & ButtonLook) {
  const look: ButtonLook = { ...(tone && { tone }), ...(size && { size }), ...(square && { square }) };
  return <button type="button" className={cx(buttonClass(look), className)} {...rest} />;
}
