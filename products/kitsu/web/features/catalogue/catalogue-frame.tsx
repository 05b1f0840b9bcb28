'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';
import { readFilters, writeFilters } from './filters.ts';

interface Props {
  readonly filters: ReactNode;
  /** The part of the address that is no filter and stays when filters change, such as `q=bebop`. */
  readonly kept?: string;
  readonly children: ReactNode;
}

/** Typing into a number field and moving a handle ask only after a pause; everything else asks at once. */
const TYPING_PAUSE_MS = 500;

/** The form around filters and results: with JavaScript a change applies at once and the address follows. */
export function CatalogueFrame({ filters, kept = '', children }: Props) {
  const router = useRouter();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const form = useRef<HTMLFormElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();

  // Chips, links and the back button change the address from outside of the form: the fields follow it.
  useEffect(() => {
    if (form.current) showQuery(form.current, new URLSearchParams(query));
    return () => clearTimeout(typing.current);
  }, [query]);

  const apply = () => {
    clearTimeout(typing.current);
    if (!form.current) return;
    const wanted = writeFilters(readFilters(formQuery(form.current)));
    const shown = writeFilters(readFilters(new URLSearchParams(query)));
    if (wanted === shown) return;
    const next = [kept, wanted].filter(Boolean).join('&');
    startTransition(() => router.push(next ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  const onChange = (event: FormEvent) => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.checked) releaseOpposite(form.current, field);
    if (field instanceof HTMLInputElement && /^(?:number|range)$/.test(field.type)) {
      clearTimeout(typing.current);
      typing.current = setTimeout(apply, TYPING_PAUSE_MS);
    } else {
      apply();
    }
  };

  return (
    <form
      ref={form}
      onChange={onChange}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      className="grid gap-x-10 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      {filters}
      <div aria-busy={pending} className="min-w-0 transition-opacity aria-busy:opacity-60">
        {children}
      </div>
    </form>
  );
}

function formQuery(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value);
  return query;
}

/** A genre cannot be asked for and excluded at once: choosing one gives up the other. */
function releaseOpposite(form: HTMLFormElement | null, chosen: HTMLInputElement): void {
  const opposite = { genre: 'genreNot', genreNot: 'genre' }[chosen.name];
  if (!form || !opposite) return;
  for (const field of form.querySelectorAll<HTMLInputElement>(`input[name='${opposite}']`)) {
    if (field.value === chosen.value) field.checked = false;
  }
}

/** Ranges follow by themselves. */
function showQuery(form: HTMLFormElement, query: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = query.getAll(field.name).includes(field.value);
    } else if (field instanceof HTMLSelectElement) {
      field.value = query.get(field.name) ?? field.options[0]?.value ?? '';
    }
  }
}
