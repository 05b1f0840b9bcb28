import { Button } from '@seaworthy/platform/ui';
import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';

interface Props {
  readonly text: string;
  readonly words: { readonly copy: string; readonly copied: string };
  /** Other ways to take the text along, beside this one. */
  readonly children?: ReactNode;
}

/** Copies a text and says so once it is copied. */
export function CopyButton({ text, words, children }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      <Button size="sm" onClick={copy}>
        <Copy aria-hidden className="size-4" />
        {words.copy}
      </Button>
      {children}
      <span role="status" className="text-sm text-live">
        {copied && words.copied}
      </span>
    </div>
  );
}
