'use client';

import { buttonClass } from '@seaworthy/platform/ui';
import { useCallback, useState } from 'react';
import { reset } from '../../api/entry.ts';
import { FormNote } from '../../forms/form-note.tsx';
import { PasswordField } from '../../forms/password-field.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { rememberAccount } from '../../shell/account-hint.ts';
import { useLinkToken } from './link-token.ts';

interface Props {
  readonly words: Pick<Dictionary['entry'], 'fields' | 'reset'> & { readonly forms: FormWords };
  readonly pages: { readonly logIn: string; readonly forgot: string };
}

/** Takes a new password for who followed the link. Every session ends with it, so the way on is to log in. */
export function ResetPasswordForm({ words, pages }: Props) {
  const { fields, reset: own, forms } = words;
  const token = useLinkToken();
  const [isSet, setIsSet] = useState(false);
  const send = useCallback(({ password = '' }: Values) => reset({ token: token ?? '', password }), [token]);
  const done = useCallback(() => {
    rememberAccount(undefined);
    setIsSet(true);
  }, []);
  const form = useForm({ send, done });
  if (isSet) {
    return (
      <div role="status">
        <p className="mb-5 text-soft">{own.done}</p>
        <a href={pages.logIn} className={buttonClass({ tone: 'solid' })}>
          {own.logIn}
        </a>
      </div>
    );
  }
  if (token === null || form.problemOf('token') !== undefined) {
    return (
      <div role="alert">
        <p className="mb-5 text-soft">{token === null ? own.noLink : forms.problems.void}</p>
        <a href={pages.forgot} className={buttonClass({ tone: 'solid' })}>
          {own.newLink}
        </a>
      </div>
    );
  }
  return (
    <form {...form.props} method="post" className="space-y-5">
      <p className="text-soft">{own.text}</p>
      <FormNote words={forms} trouble={form.trouble} fields={['password']} />
      <PasswordField
        name="password"
        label={fields.newPassword}
        hint={fields.passwordHint}
        words={forms}
        problem={form.problemOf('password')}
        autoComplete="new-password"
        minLength={12}
      />
      <SubmitButton pending={form.pending} className="w-full">
        {own.submit}
      </SubmitButton>
    </form>
  );
}
