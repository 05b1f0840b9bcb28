'use client';

import { Button } from '@seaworthy/platform/ui';
import { useRef } from 'react';
import { useSubmitSearch } from './use-submit-search.ts';

interface Props {
  readonly action: string;
  readonly label: string;
  readonly placeholder: string;
  readonly submit: string;
  /** What stands in the field at first. */
  readonly text: string;
}

/** A search field in the page; it also works without JavaScript. */
export function SearchForm({ action, label, placeholder, submit, text }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const goToResults = useSubmitSearch(action);
  return (
    <search className="block w-full">
      <form
        action={action}
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          goToResults(input.current?.value ?? '');
        }}
      >
        <input
          // Another query is another field: what stands there follows the address.
          key={text}
          ref={input}
          name="q"
          type="search"
          aria-label={label}
          placeholder={placeholder}
          defaultValue={text}
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          className="ui-input h-10 flex-1 text-base"
        />
        <Button type="submit" tone="solid">
          {submit}
        </Button>
      </form>
    </search>
  );
}
