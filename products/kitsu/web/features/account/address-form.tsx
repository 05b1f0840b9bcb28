'use client';

import { Button } from '@seaworthy/platform/ui';
import { useState } from 'react';
import { changeAddress } from '../../api/account.ts';
import { Field } from '../../forms/field.tsx';
import { FormNote } from '../../forms/form-note.tsx';
import { PasswordField } from '../../forms/password-field.tsx';
import { Saved } from '../../forms/saved.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import { fill } from '../../i18n/format.ts';
import type { Dictionary } from '../../i18n/translated.ts';

interface Props {
  readonly current: string;
  readonly words: Pick<Dictionary['account'], 'address'> & { readonly forms: FormWords };
}

const send = ({ email = '', password = '' }: Values) => changeAddress({ email, password });

/** The address of the account, and the way to another one: a link that is mailed there, after the password. */
export function AddressForm({ current, words }: Props) {
  const [open, setOpen] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const { address, forms } = words;
  const form = useForm({
    send,
    done: (_answer, { email }) => {
      setSentTo(email);
      setOpen(false);
    },
  });
  if (!open) {
    return (
      <div className="space-y-3">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <span className="wrap-anywhere">{current}</span>
          <Button size="sm" onClick={() => setOpen(true)}>
            {address.change}
          </Button>
        </div>
        <Saved times={sentTo === undefined ? 0 : 1} text={fill(address.sent, { email: sentTo ?? '' })} />
      </div>
    );
  }
  return (
    <form {...form.props} method="post" className="max-w-sm space-y-5">
      <FormNote words={forms} trouble={form.trouble} fields={['email', 'password']} />
      <Field
        name="email"
        type="email"
        label={address.fresh}
        words={forms}
        problem={form.problemOf('email')}
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        autoFocus
      />
      <PasswordField
        name="password"
        label={address.proof}
        words={forms}
        problem={form.problemOf('password')}
        autoComplete="current-password"
      />
      <div className="flex gap-2">
        <SubmitButton pending={form.pending}>{address.submit}</SubmitButton>
        <Button tone="ghost" onClick={() => setOpen(false)}>
          {forms.cancel}
        </Button>
      </div>
    </form>
  );
}
