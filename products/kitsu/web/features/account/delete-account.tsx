'use client';

import { Button, buttonClass } from '@seaworthy/platform/ui';
import { useState } from 'react';
import { giveUp } from '../../api/account.ts';
import { FormNote } from '../../forms/form-note.tsx';
import { PasswordField } from '../../forms/password-field.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { rememberAccount } from '../../shell/account-hint.ts';
import { LocalTime } from '../../shell/local-time.tsx';
import { OwnerOfPassword } from './owner-of-password.tsx';

interface Props {
  readonly email: string;
  readonly language: Language;
  readonly words: Pick<Dictionary['account'], 'data'> & { readonly forms: FormWords };
  readonly home: string;
}

const send = ({ password = '' }: Values) => giveUp({ password });

/** Gives the account up, after its password. What follows says until when there is a way back. */
export function DeleteAccount({ email, language, words, home }: Props) {
  const { data, forms } = words;
  const [open, setOpen] = useState(false);
  const [dueAt, setDueAt] = useState<string>();
  const form = useForm({
    send,
    done: (answer) => {
      rememberAccount(undefined);
      setDueAt(answer.dueAt);
    },
  });
  if (dueAt !== undefined) {
    const [before = '', after = ''] = data.gone.split('{when}');
    return (
      <div role="status" className="space-y-4">
        <p>
          {before}
          <LocalTime iso={dueAt} language={language} dayOnly />
          {after}
        </p>
        <a href={home} className={buttonClass()}>
          {data.home}
        </a>
      </div>
    );
  }
  if (!open) {
    return (
      <Button size="sm" onClick={() => setOpen(true)}>
        {data.delete}
      </Button>
    );
  }
  return (
    <form {...form.props} method="post" className="max-w-sm space-y-5">
      <FormNote words={forms} trouble={form.trouble} own={{ conflict: data.last }} fields={['password']} />
      <OwnerOfPassword email={email} />
      <PasswordField
        name="password"
        label={data.proof}
        words={forms}
        problem={form.problemOf('password')}
        autoComplete="current-password"
        autoFocus
      />
      <div className="flex gap-2">
        <SubmitButton pending={form.pending}>{data.sure}</SubmitButton>
        <Button tone="ghost" onClick={() => setOpen(false)}>
          {forms.cancel}
        </Button>
      </div>
    </form>
  );
}
