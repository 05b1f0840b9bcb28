'use client';

import { Select } from '@seaworthy/platform/ui';
import { useId, useState } from 'react';
import { changeProfile } from '../../api/account.ts';
import type { OwnAccount } from '../../api/types.ts';
import { Field } from '../../forms/field.tsx';
import { FormNote } from '../../forms/form-note.tsx';
import { Saved } from '../../forms/saved.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import { asLanguage, LANGUAGES, type Language } from '../../i18n/languages.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { rememberAccount } from '../../shell/account-hint.ts';

interface Props {
  readonly account: OwnAccount;
  readonly words: Pick<Dictionary['account'], 'profile' | 'saved'> &
    Pick<Dictionary['entry'], 'fields'> & { readonly forms: FormWords };
  readonly languages: Readonly<Record<Language, string>>;
}

const send = ({ displayName = '', language = '' }: Values) =>
  changeProfile({ displayName, language: asLanguage(language) });

/** How others see the account, and the language of its mails. */
export function ProfileForm({ account, words, languages }: Props) {
  const { profile, fields, forms, saved } = words;
  const id = useId();
  const [savedAt, setSavedAt] = useState(0);
  const form = useForm({
    send,
    done: (changed) => {
      rememberAccount(changed);
      setSavedAt((times) => times + 1);
    },
  });
  return (
    <form {...form.props} method="post" className="max-w-sm space-y-5">
      <FormNote words={forms} trouble={form.trouble} fields={['displayName']} />
      <Field
        name="displayName"
        label={fields.displayName}
        words={forms}
        problem={form.problemOf('displayName')}
        autoComplete="nickname"
        maxLength={40}
        defaultValue={account.displayName}
      />
      <div>
        <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
          {profile.language}
        </label>
        <Select id={id} name="language" defaultValue={account.language} className="w-full">
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {languages[language]}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex items-center gap-4">
        <SubmitButton pending={form.pending}>{profile.submit}</SubmitButton>
        <Saved times={form.trouble ? 0 : savedAt} text={saved} />
      </div>
    </form>
  );
}
