import { Button } from '@seaworthy/platform/ui';
import { useCallback, useState } from 'react';
import { enterCode } from '../../api/entry.ts';
import type { SignInAnswer } from '../../api/types.ts';
import { Field } from '../../forms/field.tsx';
import { FormNote } from '../../forms/form-note.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FormWords } from '../../i18n/form-words.ts';
import type { Dictionary } from '../../i18n/translated.ts';

interface Props {
  readonly words: Pick<Dictionary['entry'], 'fields' | 'code'> & { readonly forms: FormWords };
  readonly challenge: string;
  done(answer: SignInAnswer): unknown;
  /** Back to the password; true when the question for the code was over. */
  startAgain(wasEnded: boolean): void;
}

/** The second step of logging in: six digits of the app, or a recovery code. */
export function CodeStep({ words, challenge, done, startAgain }: Props) {
  const { fields, code: own, forms } = words;
  const [byRecovery, setByRecovery] = useState(false);
  const send = useCallback(
    async ({ code = '' }: Values) => {
      const outcome = await enterCode({ challenge, code });
      // A wrong code is told of the field; without that there is no question any more that a code would answer.
      if (!outcome.ok && outcome.trouble.kind === 'unauthenticated' && !outcome.trouble.fields.code) {
        startAgain(true);
      }
      return outcome;
    },
    [challenge, startAgain],
  );
  const form = useForm({ send, done });
  return (
    <form {...form.props} method="post" className="space-y-5">
      <div>
        <h2 className="text-lg">{own.title}</h2>
        <p className="mt-1 text-soft">{byRecovery ? own.recoveryText : own.text}</p>
      </div>
      <FormNote words={forms} trouble={form.trouble} fields={['code']} />
      <Field
        key={String(byRecovery)}
        name="code"
        label={byRecovery ? fields.recoveryCode : fields.code}
        words={forms}
        problem={form.problemOf('code')}
        autoComplete={byRecovery ? 'off' : 'one-time-code'}
        inputMode={byRecovery ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        minLength={6}
        maxLength={40}
        autoFocus
        className="[&_input]:text-lg [&_input]:tracking-widest [&_input]:tabular-nums"
      />
      <SubmitButton pending={form.pending} className="w-full">
        {own.submit}
      </SubmitButton>
      <div className="flex justify-between gap-4">
        <Button tone="ghost" size="sm" className="-ml-3" onClick={() => setByRecovery(!byRecovery)}>
          {byRecovery ? own.useApp : own.useRecovery}
        </Button>
        <Button tone="ghost" size="sm" className="-mr-3" onClick={() => startAgain(false)}>
          {own.back}
        </Button>
      </div>
    </form>
  );
}
