'use client';

import { useCallback, useState } from 'react';
import { askForReset } from '../../api/entry.ts';
import { FormNote } from '../../forms/form-note.tsx';
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
  readonly words: Pick<Dictionary['entry'], 'fields' | 'forgot' | 'mail'> & { readonly forms: FormWords };
  readonly language: Language;
  readonly logIn: string;
}

/** Asks for an address. What comes after it is the same whether the address has an account or not. */
export function ForgotPasswordForm({ words, language, logIn }: Props) {
  const { fields, forgot: own, mail, forms } = words;
  const [sent, setSent] = useState<Values>();
  const send = useCallback(
    ({ email = '' }: Values) => {
      rememberAddress(email);
      return askForReset({ email, language });
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
          text={mail.resetText}
          email={sent.email ?? ''}
          sendAgain={() => send(sent)}
          takeOther={() => setSent(undefined)}
        />
      )}
      <div hidden={sent !== undefined}>
        <EntryFrame title={own.title}>
          <form {...form.props} method="post" className="space-y-5">
            <p className="text-soft">{own.text}</p>
            <FormNote words={forms} trouble={form.trouble} fields={['email']} />
            <AddressField form={form} label={fields.email} words={forms} />
            <SubmitButton pending={form.pending} className="w-full">
              {own.submit}
            </SubmitButton>
            <a href={logIn} className="inline-block text-sm text-accent underline underline-offset-4">
              {own.back}
            </a>
          </form>
        </EntryFrame>
      </div>
    </>
  );
}
