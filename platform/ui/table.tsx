import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

/** From which width on a column is shown; narrower screens get its content elsewhere in the row, or not at all. */
export type ShownFrom = 'sm' | 'md' | 'lg' | 'xl';

const SHOWN = {
  sm: 'max-sm:hidden',
  md: 'max-md:hidden',
  lg: 'max-lg:hidden',
  xl: 'max-xl:hidden',
} as const;

type CellProps<T extends 'td' | 'th'> = ComponentProps<T> & {
  readonly from?: ShownFrom;
  readonly numeric?: boolean;
  /** Without padding of its own: for cells that a link fills. */
  readonly tight?: boolean;
};

/** A table that keeps to its container: columns give way on narrow screens instead of scrolling sideways. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table className={cx('w-full border-collapse text-sm', className)} {...rest} />;
}

/** A column's heading. */
export function HeadCell({ from, numeric, tight, className, ...rest }: CellProps<'th'>) {
  return (
    <th
      scope="col"
      className={cx(
        'border-b border-line pb-2 text-xs font-medium text-mute',
        tight ? 'px-2' : 'px-3 first:pl-0 last:pr-0',
        numeric ? 'text-right' : 'text-left',
        from && SHOWN[from],
        className,
      )}
      {...rest}
    />
  );
}

/** A cell; numbers are set to the right in figures of equal width. */
export function Cell({ from, numeric, tight, className, ...rest }: CellProps<'td'>) {
  return (
    <td
      className={cx(
        'border-b border-line align-middle',
        !tight && 'px-3 py-2 first:pl-0 last:pr-0',
        numeric && 'text-right tabular-nums',
        from && SHOWN[from],
        className,
      )}
      {...rest}
    />
  );
}
