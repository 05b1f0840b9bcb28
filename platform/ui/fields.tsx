import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

/** A native select in the kit's look; give it a label through `aria-label` or a `<label>`. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative inline-flex', className)}>
      <select className="ui-select" {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-mute"
      />
    </span>
  );
}

/** A text field; give it a label through `aria-label` or a `<label>`. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cx('ui-input', className)} {...rest} />;
}

/** An on/off choice with its label on the left; submits `true` when on. */
export function SwitchRow({
  name,
  label,
  on,
  hint,
}: {
  name: string;
  label: ReactNode;
  on: boolean;
  hint?: string;
}) {
  return (
    <label className="-mx-2 flex min-h-9 items-center gap-3 rounded-md px-2 py-1 text-sm hover:bg-hover">
      <span className="min-w-0 flex-1">
        {label}
        {hint && <span className="block text-xs text-mute">{hint}</span>}
      </span>
      <input
        className="ui-switch"
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox states itself whether it is checked
        role="switch"
        name={name}
        value="true"
        defaultChecked={on}
      />
    </label>
  );
}
