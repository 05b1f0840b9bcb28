'use client';

import { TextInput } from '@seaworthy/platform/ui';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';

interface Props {
  /** The page of studios; the form also works without JavaScript. */
  readonly action: string;
  readonly label: string;
  readonly q: string;
  readonly maxLength: number;
  /** The button that sends the form. */
  readonly children: ReactNode;
}

/** Long enough that a fast typist asks once a word. */
const PAUSE_MS = 200;

/** Finds studios while their name is typed: the list follows, and so does the address. */
export function StudioSearch({ action, label, q, maxLength, children }: Props) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);
  const find = (event: FormEvent<HTMLFormElement>) => {
    const wanted = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () =>
        startTransition(() =>
          router.replace(wanted ? `${action}?${new URLSearchParams({ q: wanted })}` : action, {
            scroll: false,
          }),
        ),
      event.type === 'submit' ? 0 : PAUSE_MS,
    );
  };
  return (
    <form
      action={action}
      onInput={find}
      onSubmit={(event) => {
        event.preventDefault();
        find(event);
      }}
      aria-busy={pending}
      className="flex w-full gap-2 sm:w-80"
    >
      <TextInput
        type="search"
        className="h-10"
        name="q"
        defaultValue={q}
        maxLength={maxLength}
        autoComplete="off"
        aria-label={label}
        placeholder={label}
      />
      {children}
    </form>
  );
}
