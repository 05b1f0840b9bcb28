import { Field } from '../../forms/field.tsx';
import type { FormState } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import { recallAddress } from './entered-address.ts';

/** The address of an account, as each way in asks for it: what was typed on another of these pages is there already. */
export function AddressField({ form, label, words }: { form: FormState; label: string; words: FormWords }) {
  return (
    <Field
      name="email"
      type="email"
      label={label}
      words={words}
      problem={form.problemOf('email')}
      autoComplete="username"
      inputMode="email"
      maxLength={254}
      ref={recallAddress}
    />
  );
}
