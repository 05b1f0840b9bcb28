import { Button } from '@seaworthy/platform/ui';
import { Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Dictionary } from '../../i18n/translated.ts';

interface Props {
  readonly token: string;
  readonly words: Dictionary['account']['keys'];
  done(): void;
}

/** A new key, this once. */
export function MadeKey({ token, words, done }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const copy = () => {
    navigator.clipboard.writeText(token).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="max-w-xl">
      <h3 ref={heading} tabIndex={-1} className="text-base outline-none">
        {words.madeTitle}
      </h3>
      <p className="mt-1 text-sm text-soft">{words.madeText}</p>
      <p className="mt-4 rounded-md bg-sunken p-3 font-mono text-sm break-all select-all">{token}</p>
      <div className="mt-3 flex items-center gap-3">
        <Button size="sm" onClick={copy}>
          <Copy aria-hidden className="size-4" />
          {words.copy}
        </Button>
        <span role="status" className="text-sm text-live">
          {copied && words.copied}
        </span>
      </div>
      <Button tone="solid" className="mt-6" onClick={done}>
        {words.done}
      </Button>
    </div>
  );
}
