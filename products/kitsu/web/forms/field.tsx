import { cx, TextInput } from '@seaworthy/platform/ui';
import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import type { FormWords } from '../i18n/form-words.ts';

/** A field of a form. */
export type FieldProps = Omit<ComponentProps<'input'>, 'name'> & {
  readonly name: string;
  readonly label: string;
  readonly words: FormWords;
  /** What is wrong with what was entered, as one word. */
  readonly problem: string | undefined;
  /** What helps to fill it in. */
  readonly hint?: ReactNode;
  /** Stands at the right end of the line of the label, or within the field. */
  readonly aside?: ReactNode;
  readonly inset?: ReactNode;
  /** Said below the field while it holds, such as that capitals are locked. */
  readonly remark?: ReactNode;
};

/** A text field with its label above it and, below it, what helps and what is wrong; read out together with it. */
export function Field({
  label,
  words,
  problem,
  hint,
  aside,
  inset,
  remark,
  className,
  ...input
}: FieldProps) {
  const id = useId();
  const said = problem && (words.problems[problem] ?? words.problems.invalid);
  const describedBy = [hint && `${id}-hint`, said && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <div className="mb-1.5 flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {aside}
      </div>
      <div className="relative">
        <TextInput
          id={id}
          aria-invalid={said ? true : undefined}
          aria-describedby={describedBy || undefined}
          required
          className={cx('ui-field', inset ? 'pr-11' : undefined)}
          {...input}
        />
        {inset}
      </div>
      <div aria-live="polite">{remark}</div>
      {said && (
        <p id={`${id}-problem`} className="mt-1.5 flex gap-1.5 text-sm text-warn">
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {said}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-mute">
          {hint}
        </p>
      )}
    </div>
  );
}
