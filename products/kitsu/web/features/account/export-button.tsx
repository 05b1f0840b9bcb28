'use client';

import { Button } from '@seaworthy/platform/ui';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { takeAlong } from '../../api/account.ts';
import type { Trouble } from '../../api/outcome.ts';
import { FormNote } from '../../forms/form-note.tsx';
import type { FormWords } from '../../i18n/form-words.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { downloadText } from './download-text.ts';

const INDENT = 2;

/** Downloads all that is kept of the account. */
export function ExportButton({
  words,
}: {
  words: Pick<Dictionary['account'], 'data'> & { readonly forms: FormWords };
}) {
  const { data, forms } = words;
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const take = async () => {
    setPending(true);
    const outcome = await takeAlong();
    setPending(false);
    setTrouble(outcome.ok ? undefined : outcome.trouble);
    if (outcome.ok) {
      downloadText(data.fileName, `${JSON.stringify(outcome.data, null, INDENT)}\n`, 'application/json');
    }
  };
  return (
    <div className="space-y-3">
      <Button size="sm" aria-disabled={pending} onClick={() => void (pending || take())}>
        <Download aria-hidden className="size-4" />
        {data.export}
      </Button>
      <FormNote words={forms} trouble={trouble} />
    </div>
  );
}
