import { Button } from '@seaworthy/platform/ui';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Outcome, Trouble } from '../api/outcome.ts';
import type { FormWords } from '../i18n/form-words.ts';
import { Field } from './field.tsx';
import { FormNote } from './form-note.tsx';
import { SubmitButton } from './submit-button.tsx';
import { useForm } from './use-form.ts';

interface Props<T> {
  readonly title: string;
  readonly text?: string | undefined;
  /** Asked for where there is one. */
  readonly reason?: { readonly label: string; readonly hint: string } | undefined;
  readonly submit: string;
  readonly words: FormWords;
  /** What this question says in place of the general sentence, by kind of trouble. */
  readonly own?: Readonly<Partial<Record<Trouble['kind'], string>>>;
  readonly children?: ReactNode;
  send(reason: string): Promise<Outcome<T>>;
  done(data: T): void;
  /** It was closed without an answer. */
  close(): void;
}

/** Asks before something is done that other people notice, and why it is done. Open from the moment it appears. */
export function AskDialog<T>(props: Props<T>) {
  const { title, text, reason, submit, words, own, children, send, done, close } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const form = useForm({
    send: (values) => send(values.reason ?? ''),
    done: (data: T) => {
      // Closed by itself, the dialog gives the focus back to what opened it.
      dialog.current?.close();
      done(data);
    },
  });
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={close} className="ui-dialog">
      <form {...form.props} method="post" className="space-y-5 p-5">
        <div>
          <h2 id={id} className="text-lg">
            {title}
          </h2>
          {text && <p className="mt-1 text-soft">{text}</p>}
        </div>
        {children}
        <FormNote words={words} trouble={form.trouble} {...(own && { own })} fields={['reason']} />
        {reason && (
          <Field
            name="reason"
            label={reason.label}
            hint={reason.hint}
            words={words}
            problem={form.problemOf('reason')}
            autoComplete="off"
            minLength={3}
            maxLength={300}
          />
        )}
        <div className="flex justify-end gap-2">
          <Button tone="ghost" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </Button>
          <SubmitButton pending={form.pending}>{submit}</SubmitButton>
        </div>
      </form>
    </dialog>
  );
}
