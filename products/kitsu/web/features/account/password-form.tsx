'use client';

import { useRef, useState } from 'react';
import { changePassword } from '../../api/account.ts';
import { FormNote } from '../../forms/form-note.tsx';
import { PasswordField } from '../../forms/password-field.tsx';
import { Saved } from '../../forms/saved.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { OwnerOfPassword } from './owner-of-password.tsx';

interface Props {
  readonly email: string;
  readonly words: Pick<Dictionary['account'], 'password'> &
    Pick<Dictionary['entry'], 'fields'> & { readonly forms: FormWords };
  /** The way for who does not know the present one. */
  readonly forgot: string;
}

const FIELDS = ['currentPassword', 'newPassword'];
const send = ({ currentPassword = '', newPassword = '' }: Values) =>
  changePassword({ currentPassword, newPassword });

/** A new password, for who knows the present one. Every other session ends with it. */
export function PasswordForm({ email, words, forgot }: Props) {
  const { password, fields, forms } = words;
  const element = useRef<HTMLFormElement>(null);
  const [changed, setChanged] = useState(0);
  const form = useForm({
    send,
    done: () => {
      element.current?.reset();
      setChanged((times) => times + 1);
    },
  });
  return (
    <form {...form.props} ref={element} method="post" className="max-w-sm space-y-5">
      <FormNote words={forms} trouble={form.trouble} fields={FIELDS} />
      <OwnerOfPassword email={email} />
      <PasswordField
        name="currentPassword"
        label={password.current}
        words={forms}
        problem={form.problemOf('currentPassword')}
        autoComplete="current-password"
        aside={
          <a
            href={forgot}
            className="text-sm text-soft underline decoration-edge underline-offset-4 hover:text-accent"
          >
            {password.forgot}
          </a>
        }
      />
      <PasswordField
        name="newPassword"
        label={fields.newPassword}
        hint={fields.passwordHint}
        words={forms}
        problem={form.problemOf('newPassword')}
        autoComplete="new-password"
        minLength={12}
      />
      <SubmitButton pending={form.pending}>{password.submit}</SubmitButton>
      <Saved times={form.trouble ? 0 : changed} text={password.done} />
    </form>
  );
}
