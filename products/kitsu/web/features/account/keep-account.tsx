'use client';

import { Button } from '@seaworthy/platform/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { keepAccount } from '../../api/account.ts';
import type { Trouble } from '../../api/outcome.ts';
import { FormNote } from '../../forms/form-note.tsx';
import type { FormWords } from '../../i18n/form-words.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { LocalTime } from '../../shell/local-time.tsx';

interface Props {
  readonly dueAt: string;
  readonly language: Language;
  readonly words: Pick<Dictionary['account'], 'data'> & { readonly forms: FormWords };
}

/** Says that the account was given up, and has it back with one press. */
export function KeepAccount({ dueAt, language, words }: Props) {
  const { data, forms } = words;
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const keep = async () => {
    setPending(true);
    const outcome = await keepAccount();
    setPending(false);
    setTrouble(outcome.ok ? undefined : outcome.trouble);
    if (outcome.ok) router.refresh();
  };
  const [before = '', after = ''] = data.due.split('{when}');
  return (
    <div className="mt-3 space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-warn-wash py-2 pr-2 pl-4 text-warn">
        <p>
          {before}
          <LocalTime iso={dueAt} language={language} dayOnly />
          {after}
        </p>
        <Button size="sm" tone="solid" aria-disabled={pending} onClick={() => void keep()}>
          {data.keep}
        </Button>
      </div>
      <FormNote words={forms} trouble={trouble} />
    </div>
  );
}
