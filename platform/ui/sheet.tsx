import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, type ButtonLook, buttonClass } from './button.tsx';
import { cx } from './cx.ts';

/** What a sheet needs: an id that its openers name, a title, and the words on its close button. */
export interface SheetProps {
  readonly id: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /**
   * What it is from 1024 px on: a part of the page that stays in sight beside a long list, a menu at the top right, or a
   * dialog in the middle. Otherwise a sheet as well.
   */
  readonly wide?: 'inline' | 'menu' | 'dialog';
  readonly className?: string;
}

/** A panel over the page, opened by {@link SheetButton}; see sheet.css for how. */
export function Sheet({ id, title, closeLabel, children, wide, className }: SheetProps) {
  return (
    <section id={id} popover="auto" aria-label={title} className={cx('ui-sheet', className)} data-wide={wide}>
      <div
        className={cx(
          'sticky top-0 z-10 flex h-14 items-center justify-between border-b border-line bg-raised pr-2 pl-4',
          (wide === 'inline' || wide === 'menu') && 'lg:hidden',
        )}
      >
        <h2 className="text-lg">{title}</h2>
        <Button tone="ghost" square aria-label={closeLabel} popoverTarget={id} popoverTargetAction="hide">
          <X aria-hidden className="size-5" />
        </Button>
      </div>
      {children}
    </section>
  );
}

/** Opens the sheet with the given id, also before any script has loaded. */
export function SheetButton({
  sheet,
  look,
  className,
  children,
  label,
}: {
  sheet: string;
  look?: ButtonLook;
  className?: string;
  children: ReactNode;
  label?: string;
}) {
  return (
    <button
      type="button"
      popoverTarget={sheet}
      aria-label={label}
      className={cx(look && buttonClass(look), className)}
    >
      {children}
    </button>
  );
}
