import { CheckRow, Select } from '@seaworthy/platform/ui';
import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { makeKey } from '../../api/account.ts';
import type { ApiKey } from '../../api/types.ts';
import { Field } from '../../forms/field.tsx';
import { FormNote } from '../../forms/form-note.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import { type KeyWords, scopeName } from './key-words.ts';

interface Props {
  readonly grantable: readonly string[];
  readonly words: KeyWords;
  made(answer: { readonly key: ApiKey; readonly token: string }): void;
}

/** Each box is a field of its own, so that all of them are among the values. */
const SCOPE = 'scope ';
const LIFETIMES = ['30', '90', '365', '0'] as const;

function send(values: Values) {
  const { name = '', lifetime } = values;
  const scopes = Object.keys(values).flatMap((field) =>
    field.startsWith(SCOPE) ? [field.slice(SCOPE.length)] : [],
  );
  const lifetimeDays = Number(lifetime);
  return makeKey({ name, scopes, ...(lifetimeDays > 0 && { lifetimeDays }) });
}

/** What a new key is called, what it may do and for how long. */
export function KeyForm({ grantable, words, made }: Props) {
  const { keys: own, forms } = words;
  const id = useId();
  const form = useForm({ send, done: made });
  const lacksScope = form.problemOf('scopes') !== undefined;
  return (
    <form {...form.props} method="post" className="max-w-sm space-y-5">
      <FormNote
        words={forms}
        trouble={form.trouble}
        own={{ conflict: own.full }}
        fields={['name', 'scopes']}
      />
      <Field
        name="name"
        label={own.name}
        hint={own.nameHint}
        words={forms}
        problem={form.problemOf('name')}
        autoComplete="off"
        maxLength={60}
      />
      <fieldset aria-describedby={lacksScope ? `${id}-scopes` : undefined}>
        <legend className="mb-1.5 text-sm font-medium">{own.scopes}</legend>
        {grantable.map((scope) => (
          <CheckRow
            key={scope}
            name={SCOPE + scope}
            value="on"
            label={scopeName(own, scope)}
            checked={false}
          />
        ))}
        {lacksScope && (
          <p id={`${id}-scopes`} role="alert" className="mt-1.5 flex gap-1.5 text-sm text-warn">
            <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
            {own.scopesMissing}
          </p>
        )}
      </fieldset>
      <div>
        <label htmlFor={`${id}-lifetime`} className="mb-1.5 block text-sm font-medium">
          {own.lifetime}
        </label>
        <Select id={`${id}-lifetime`} name="lifetime" defaultValue="90" className="w-full">
          {LIFETIMES.map((days) => (
            <option key={days} value={days}>
              {own.lifetimes[days]}
            </option>
          ))}
        </Select>
      </div>
      <SubmitButton pending={form.pending}>{own.submit}</SubmitButton>
    </form>
  );
}
