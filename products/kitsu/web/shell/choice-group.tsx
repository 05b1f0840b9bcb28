import { cx } from '@seaworthy/platform/ui';
import type { Ref } from 'react';

interface Props<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly columns?: 2 | 3;
  readonly group?: Ref<HTMLFieldSetElement>;
  choose(value: T): void;
}

/** One choice of a few, all of them in sight: native radio buttons in the look of a switch. */
export function ChoiceGroup<T extends string>(props: Props<T>) {
  const { name, label, hint, options, names, chosen, columns = 3, group, choose } = props;
  return (
    <fieldset ref={group}>
      <legend className="mb-2 text-xs font-medium text-mute">{label}</legend>
      <div
        className={cx(
          'grid rounded-md border border-line bg-sunken p-0.5',
          columns === 2 ? 'grid-cols-2' : 'grid-cols-3',
        )}
      >
        {options.map((option) => (
          <label
            key={option}
            className="flex h-8 items-center justify-center rounded-sm px-2 text-sm text-soft has-checked:bg-hover has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={option}
              defaultChecked={option === chosen}
              onChange={() => choose(option)}
              className="sr-only"
            />
            {names[option]}
          </label>
        ))}
      </div>
      {hint && <p className="mt-1.5 text-xs text-mute">{hint}</p>}
    </fieldset>
  );
}
