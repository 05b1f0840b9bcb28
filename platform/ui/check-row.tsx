import type { ReactNode } from 'react';

/** One choice of several in a form: a native checkbox, its label and, where known, how many results it leaves. */
export interface CheckRowProps {
  readonly name: string;
  readonly value: string;
  readonly label: ReactNode;
  readonly checked: boolean;
  /** Already formatted for the reader's language. */
  readonly count?: string | undefined;
}

/** A row that is as wide as its column, so that the whole line can be pressed. */
export function CheckRow({ name, value, label, checked, count }: CheckRowProps) {
  return (
    <label className="-mx-2 flex min-h-8 items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover">
      <input className="ui-check" type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {count !== undefined && <span className="text-xs text-mute tabular-nums">{count}</span>}
    </label>
  );
}

/** A choice that can be asked for, excluded, or left open: two native checkboxes, so that it also works as plain HTML. */
export interface TriStateRowProps extends Omit<CheckRowProps, 'checked'> {
  readonly state: 'include' | 'exclude' | 'any';
  /** Form field that carries the excluded value. */
  readonly excludeName: string;
  /** Accessible name of the second box, such as “Exclude Drama”. */
  readonly excludeLabel: string;
}

/** The row of a three-state choice; a form that reads both fields lets exclusion win. */
export function TriStateRow({
  name,
  excludeName,
  value,
  label,
  excludeLabel,
  count,
  state,
}: TriStateRowProps) {
  return (
    <div className="group -mx-2 flex min-h-8 items-center rounded-md px-2 text-sm hover:bg-hover">
      <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2.5">
        <input
          className="ui-check"
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={state === 'include'}
        />
        <span className="min-w-0 flex-1 truncate group-has-[[data-mark]:checked]:line-through">{label}</span>
        {count !== undefined && <span className="text-xs text-mute tabular-nums">{count}</span>}
      </label>
      <label className="-mr-1 ml-1.5 grid size-7 place-content-center" title={excludeLabel}>
        <input
          className="ui-check"
          type="checkbox"
          data-mark="minus"
          name={excludeName}
          value={value}
          aria-label={excludeLabel}
          defaultChecked={state === 'exclude'}
        />
      </label>
    </div>
  );
}
