import { Button } from '@seaworthy/platform/ui';
import { useState } from 'react';
import { beginFactor, confirmFactor } from '../../api/account.ts';
import { Field } from '../../forms/field.tsx';
import { FormNote } from '../../forms/form-note.tsx';
import { PasswordField } from '../../forms/password-field.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useForm, type Values } from '../../forms/use-form.ts';
import type { FactorWords } from './factor-words.ts';
import { OwnerOfPassword } from './owner-of-password.tsx';
import { QrPicture } from './qr-picture.tsx';

interface Props {
  readonly email: string;
  readonly words: FactorWords;
  show(codes: readonly string[]): void;
  cancel(): void;
}

interface Begun {
  readonly secret: string;
  readonly uri: string;
}

/** Setting up an authenticator app: the password, then the key for the app, then its first code. */
export function FactorSetUp(props: Props) {
  const [begun, setBegun] = useState<Begun>();
  return begun ? <FirstCode {...props} begun={begun} /> : <Proof {...props} done={setBegun} />;
}

const begin = ({ password = '' }: Values) => beginFactor({ password });

function Proof({ email, words, cancel, done }: Props & { done(begun: Begun): void }) {
  const { factor, forms } = words;
  const form = useForm({ send: begin, done });
  return (
    <form {...form.props} method="post" className="max-w-sm space-y-5">
      <FormNote words={forms} trouble={form.trouble} fields={['password']} />
      <OwnerOfPassword email={email} />
      <PasswordField
        name="password"
        label={factor.proof}
        words={forms}
        problem={form.problemOf('password')}
        autoComplete="current-password"
        autoFocus
      />
      <Buttons submit={factor.next} pending={form.pending} cancelLabel={forms.cancel} cancel={cancel} />
    </form>
  );
}

const confirm = ({ code = '' }: Values) => confirmFactor({ code });
const GROUPS = /.{1,4}/g;

function FirstCode({ words, cancel, show, begun }: Props & { readonly begun: Begun }) {
  const { factor, forms } = words;
  const form = useForm({ send: confirm, done: ({ recoveryCodes }) => show(recoveryCodes) });
  return (
    <form {...form.props} method="post" className="max-w-sm space-y-5">
      <p className="text-soft">{factor.scan}</p>
      <QrPicture text={begun.uri} label={factor.picture} />
      <div>
        <p className="mb-1 text-sm font-medium">{factor.key}</p>
        {/* Groups are easier to copy by eye; what is selected and copied has no blanks an app would trip over. */}
        <p className="flex flex-wrap gap-x-2 rounded-md bg-sunken px-3 py-2 font-mono text-base select-all">
          {begun.secret.match(GROUPS)?.map((group, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat, and never move
            <span key={place}>{group}</span>
          ))}
        </p>
      </div>
      <FormNote words={forms} trouble={form.trouble} fields={['code']} />
      <Field
        name="code"
        label={factor.code}
        words={forms}
        problem={form.problemOf('code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        minLength={6}
        maxLength={9}
        autoFocus
        className="[&_input]:text-lg [&_input]:tracking-widest [&_input]:tabular-nums"
      />
      <Buttons submit={factor.confirm} pending={form.pending} cancelLabel={forms.cancel} cancel={cancel} />
    </form>
  );
}

function Buttons({
  submit,
  pending,
  cancelLabel,
  cancel,
}: {
  submit: string;
  pending: boolean;
  cancelLabel: string;
  cancel(): void;
}) {
  return (
    <div className="flex gap-2">
      <SubmitButton pending={pending}>{submit}</SubmitButton>
      <Button tone="ghost" onClick={cancel}>
        {cancelLabel}
      </Button>
    </div>
  );
}
