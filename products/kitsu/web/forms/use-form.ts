import { type FormEvent, useCallback, useRef, useState } from 'react';
import type { Outcome, Trouble } from '../api/outcome.ts';

/** A form that is sent by script, so that nothing typed is lost whatever comes of it. */
export interface FormState {
  readonly pending: boolean;
  /** What came of the last try; undefined before it and once it worked. */
  readonly trouble: Trouble | undefined;
  /** What is wrong with a field, as one word; undefined when nothing is, or since it was changed. */
  problemOf(field: string): string | undefined;
  readonly props: {
    readonly noValidate: true;
    readonly 'aria-busy': boolean;
    onSubmit(event: FormEvent<HTMLFormElement>): void;
    onInput(event: FormEvent<HTMLFormElement>): void;
  };
}

/** What the fields of a form hold, by name. */
export type Values = Readonly<Record<string, string>>;

/** What is done with a form. */
export interface FormPlan<T> {
  send(values: Values): Promise<Outcome<T>>;
  /** It worked. Until what this returns is settled, the form stays busy: another page may be on its way. */
  done(data: T, values: Values): unknown;
}

/** Fields that cannot be right are told before anything is sent; then the first wrong field gets the focus. */
export function useForm<T>({ send, done }: FormPlan<T>): FormState {
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const busy = useRef(false);

  const submit = useCallback(
    async (form: HTMLFormElement) => {
      if (busy.current) return;
      const unfit = unfitFields(form);
      if (Object.keys(unfit).length > 0)
        return setAndShow({ kind: 'invalid', fields: unfit }, form, setTrouble);
      busy.current = true;
      setPending(true);
      const values = valuesOf(form);
      const outcome = await send(values);
      if (outcome.ok) {
        setTrouble(undefined);
        await done(outcome.data, values);
      } else setAndShow(outcome.trouble, form, setTrouble);
      busy.current = false;
      setPending(false);
    },
    [send, done],
  );

  return {
    pending,
    trouble,
    problemOf: (field) => trouble?.fields[field],
    props: {
      noValidate: true,
      'aria-busy': pending,
      onSubmit: (event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      },
      onInput: ({ target }) => {
        const { name } = target as HTMLInputElement;
        setTrouble((before) => (before?.fields[name] === undefined ? before : without(before, name)));
      },
    },
  };
}

function setAndShow(trouble: Trouble, form: HTMLFormElement, set: (trouble: Trouble) => void): void {
  set(trouble);
  const wrong = [...form.elements].find((element) => {
    return element instanceof HTMLInputElement && trouble.fields[element.name] !== undefined;
  });
  if (wrong instanceof HTMLInputElement) wrong.focus();
}

/** What the browser itself knows to be wrong, in the words of the API. */
function unfitFields(form: HTMLFormElement): Record<string, string> {
  const inputs = [...form.elements].filter((element) => element instanceof HTMLInputElement);
  return Object.fromEntries(
    inputs.flatMap(({ name, validity }) => {
      if (validity.valid) return [];
      const reason = validity.valueMissing ? 'missing' : validity.typeMismatch ? 'no_address' : 'invalid';
      return [[name, validity.tooShort ? 'too_short' : reason]];
    }),
  );
}

function valuesOf(form: HTMLFormElement): Values {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

function without(trouble: Trouble, field: string): Trouble | undefined {
  const { [field]: _mended, ...fields } = trouble.fields;
  return Object.keys(fields).length === 0 && trouble.kind === 'invalid' ? undefined : { ...trouble, fields };
}
