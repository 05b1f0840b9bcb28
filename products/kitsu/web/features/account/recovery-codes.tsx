import { Button } from '@seaworthy/platform/ui';
import { Download, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Dictionary } from '../../i18n/translated.ts';
import { CopyButton } from './copy-button.tsx';
import { downloadText } from './download-text.ts';

interface Props {
  readonly codes: readonly string[];
  readonly words: Dictionary['account']['factor'];
  done(): void;
}

/** The recovery codes, this once, with the ways to take them along. On paper there is nothing but them. */
export function RecoveryCodes({ codes, words, done }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${codes.join('\n')}\n`;
  return (
    <div className="max-w-md">
      <div className="print-alone">
        <h3 ref={heading} tabIndex={-1} className="text-base outline-none">
          {words.codesTitle}
        </h3>
        <p className="mt-1 text-sm text-soft">{words.codesText}</p>
        <ol className="mt-4 grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md bg-sunken p-4 font-mono text-base">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <CopyButton text={text} words={words}>
        <Button size="sm" onClick={() => downloadText(words.fileName, text, 'text/plain')}>
          <Download aria-hidden className="size-4" />
          {words.download}
        </Button>
        <Button size="sm" onClick={() => window.print()}>
          <Printer aria-hidden className="size-4" />
          {words.print}
        </Button>
      </CopyButton>
      <Button tone="solid" className="mt-6" onClick={done}>
        {words.done}
      </Button>
    </div>
  );
}
