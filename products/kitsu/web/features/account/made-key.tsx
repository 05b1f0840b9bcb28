import { Button } from '@seaworthy/platform/ui';
import { useEffect, useRef } from 'react';
import type { Dictionary } from '../../i18n/translated.ts';
import { CopyButton } from './copy-button.tsx';

interface Props {
  readonly token: string;
  readonly words: Dictionary['account']['keys'];
  done(): void;
}

/** A new key, this once. */
export function MadeKey({ token, words, done }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="max-w-xl">
      <h3 ref={heading} tabIndex={-1} className="text-base outline-none">
        {words.madeTitle}
      </h3>
      <p className="mt-1 text-sm text-soft">{words.madeText}</p>
      <p className="mt-4 rounded-md bg-sunken p-3 font-mono text-sm break-all select-all">{token}</p>
      <CopyButton text={token} words={words} />
      <Button tone="solid" className="mt-6" onClick={done}>
        {words.done}
      </Button>
    </div>
  );
}
