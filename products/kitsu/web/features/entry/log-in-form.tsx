'use client';

import { useCallback, useEffect, useState } from 'react';
import { logIn, whoAmI } from '../../api/entry.ts';
import type { Trouble } from '../../api/outcome.ts';
import type { SignInAnswer } from '../../api/types.ts';
import { FormNote } from '../../forms/form-note.tsx';
import { PasswordField } from '../../forms/password-field.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { readHint, rememberAccount } from '../../shell/account-hint.ts';
import { AddressField } from './address-field.tsx';
import { CodeStep } from './code-step.tsx';
import { rememberAddress } from './entered-address.ts';
import { RETURN_PARAMETER, returnAddress } from './return-address.ts';

interface Props {
  readonly words: Pick<Dictionary['entry'], 'fields' | 'logIn' | 'code'> & { readonly forms: FormWords };
  readonly pages: {
    readonly home: string;
    readonly register: string;
    readonly forgotten: string;
    /** Where an account that was given up can be had back. */
    readonly keep: string;
  };
}

/** Both steps of logging in. What was entered stays when the second one leads back to the first. */
export function LogInForm({ words, pages }: Props) {
  const [challenge, setChallenge] = useState<string>();
  const [ended, setEnded] = useState(false);
  const goOn = useCallback(
    ({ challenge, account }: SignInAnswer) => {
      setEnded(false);
      if (challenge !== null) return setChallenge(challenge);
      if (account === null) return;
      rememberAccount(account);
      if (account.deletionDueAt === null) leave(pages.home);
      else window.location.replace(pages.keep);
      // The form stays busy until the next page takes its place.
      return new Promise(() => undefined);
    },
    [pages],
  );
  useEffect(() => void passThrough(pages.home), [pages.home]);
  const startAgain = useCallback((wasEnded: boolean) => {
    setChallenge(undefined);
    setEnded(wasEnded);
  }, []);
  return challenge === undefined ? (
    <PasswordStep words={words} pages={pages} ended={ended} done={goOn} />
  ) : (
    <CodeStep words={words} challenge={challenge} done={goOn} startAgain={startAgain} />
  );
}

function leave(home: string): void {
  const { search, origin } = window.location;
  window.location.replace(returnAddress(search, origin) ?? home);
}

/** Who is logged in already needs no form; who only seems to be is shown as what he is. */
async function passThrough(home: string): Promise<void> {
  if (readHint() === undefined) return;
  const outcome = await whoAmI();
  if (outcome.ok) leave(home);
  else if (outcome.trouble.kind === 'unauthenticated') rememberAccount(undefined);
}

type StepProps = Props & { readonly ended: boolean; done(answer: SignInAnswer): unknown };

const send = ({ email = '', password = '' }: Values) => {
  rememberAddress(email);
  return logIn({ email, password });
};
const ENDED: Trouble = { kind: 'unauthenticated', fields: {} };

function PasswordStep({ words, pages, ended, done }: StepProps) {
  const { fields, logIn: own, forms } = words;
  const form = useForm({ send, done });
  const trouble = form.trouble ?? (ended && !form.pending ? ENDED : undefined);
  return (
    <form {...form.props} method="post" className="space-y-5">
      <FormNote
        words={forms}
        trouble={trouble}
        own={{ unauthenticated: form.trouble ? own.wrong : own.ended }}
        fields={['email', 'password']}
      />
      <AddressField form={form} label={fields.email} words={forms} />
      <PasswordField
        name="password"
        label={fields.password}
        words={forms}
        problem={form.problemOf('password')}
        autoComplete="current-password"
        aside={
          <a
            href={pages.forgotten}
            className="text-sm text-soft underline decoration-edge underline-offset-4 hover:text-accent"
          >
            {own.forgotten}
          </a>
        }
      />
      <SubmitButton pending={form.pending} className="w-full">
        {own.submit}
      </SubmitButton>
      <p className="text-sm text-soft">
        {own.noAccount}{' '}
        <a
          href={pages.register}
          onClick={(event) => keepReturn(event.currentTarget)}
          className="text-accent underline underline-offset-4"
        >
          {own.register}
        </a>
      </p>
    </form>
  );
}

/** Who registers first still wants to go where he was going. */
function keepReturn(link: HTMLAnchorElement): void {
  const next = new URLSearchParams(window.location.search).get(RETURN_PARAMETER);
  if (next !== null) link.search = `${new URLSearchParams({ [RETURN_PARAMETER]: next })}`;
}
