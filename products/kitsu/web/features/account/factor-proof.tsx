import { Button } from '@seaworthy/platform/ui';
import type { Outcome } from '../../api/outcome.ts';
import { Field } from '../../forms/field.tsx';
import { FormNote } from '../../forms/form-note.tsx';
import { PasswordField } from '../../forms/password-field.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm } from '../../forms/use-form.ts';
import type { FactorWords } from './factor-words.ts';
import { OwnerOfPassword } from './owner-of-password.tsx';

interface Props<T> {
  readonly email: string;
  readonly words: FactorWords;
  readonly text: string;
  readonly submit: string;
  send(proof: { password: string; code: string }): Promise<Outcome<T>>;
  done(data: T): void;
  cancel(): void;
}

/** Asks for both factors before something that weakens or replaces one of them. */
export function FactorProof<T>({ email, words, text, submit, send, done, cancel }: Props<T>) {
  const { factor, forms } = words;
  const form = useForm({
    send: ({ password = '', code = '' }) => send({ password, code }),
    done,
  });
  return (
    <form {...form.props} method="post" className="max-w-sm space-y-5">
      <p className="text-soft">{text}</p>
      <FormNote words={forms} trouble={form.trouble} fields={['password', 'code']} />
      <OwnerOfPassword email={email} />
      <PasswordField
        name="password"
        label={factor.proof}
        words={forms}
        problem={form.problemOf('password')}
        autoComplete="current-password"
        autoFocus
      />
      <Field
        name="code"
        label={factor.anyCode}
        words={forms}
        problem={form.problemOf('code')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        minLength={6}
        maxLength={40}
      />
      <div className="flex gap-2">
        <SubmitButton pending={form.pending}>{submit}</SubmitButton>
        <Button tone="ghost" onClick={cancel}>
          {forms.cancel}
        </Button>
      </div>
    </form>
  );
}
