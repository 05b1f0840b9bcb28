'use client';

import { useCallback, useState } from 'react';
import { register } from '../../api/entry.ts';
import { Field } from '../../forms/field.tsx';
import { FormNote } from '../../forms/form-note.tsx';
import { PasswordField } from '../../forms/password-field.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { AddressField } from './address-field.tsx';
import { CheckYourMail } from './check-your-mail.tsx';
import { rememberAddress } from './entered-address.ts';
import { EntryFrame } from './entry-frame.tsx';

interface Props {
  readonly words: Pick<Dictionary['entry'], 'fields' | 'register' | 'mail'> & { readonly forms: FormWords };
  readonly language: Language;
  readonly logIn: string;
}

const FIELDS = ['displayName', 'email', 'password'];

/** The form of a registration, and what comes after it. Who takes another address finds the form as he left it. */
export function RegisterForm({ words, language, logIn }: Props) {
  const { fields, register: own, mail, forms } = words;
  const [sent, setSent] = useState<Values>();
  const send = useCallback(
    ({ email = '', password = '', displayName = '' }: Values) => {
      rememberAddress(email);
      return register({ email, password, displayName, language });
    },
    [language],
  );
  const done = useCallback((_answer: unknown, values: Values) => setSent(values), []);
  const form = useForm({ send, done });
  return (
    <>
      {sent && (
        <CheckYourMail
          words={{ mail, forms }}
          text={mail.registerText}
          email={sent.email ?? ''}
          sendAgain={() => send(sent)}
          takeOther={() => setSent(undefined)}
        />
      )}
      <div hidden={sent !== undefined}>
        <EntryFrame title={own.title}>
          <form {...form.props} method="post" className="space-y-5">
            <FormNote words={forms} trouble={form.trouble} fields={FIELDS} />
            <Field
              name="displayName"
              label={fields.displayName}
              hint={fields.displayNameHint}
              words={forms}
              problem={form.problemOf('displayName')}
              autoComplete="nickname"
              maxLength={40}
            />
            <AddressField form={form} label={fields.email} words={forms} />
            <PasswordField
              name="password"
              label={fields.password}
              hint={fields.passwordHint}
              words={forms}
              problem={form.problemOf('password')}
              autoComplete="new-password"
              minLength={12}
            />
            <SubmitButton pending={form.pending} className="w-full">
              {own.submit}
            </SubmitButton>
            <LogInInstead words={own} href={logIn} />
          </form>
        </EntryFrame>
      </div>
    </>
  );
}

function LogInInstead({ words, href }: { words: Dictionary['entry']['register']; href: string }) {
  return (
    <p className="text-sm text-soft">
      {words.haveAccount}{' '}
      <a href={href} className="text-accent underline underline-offset-4">
        {words.logIn}
      </a>
    </p>
  );
}
