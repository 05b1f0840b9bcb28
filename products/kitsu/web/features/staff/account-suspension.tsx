'use client';

import { Button } from '@seaworthy/platform/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { restore, suspend } from '../../api/staff.ts';
import type { StaffAccount } from '../../api/types.ts';
import { AskDialog } from '../../forms/ask-dialog.tsx';
import { fill } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import { LocalTime } from '../../shell/local-time.tsx';
import type { StaffWords } from './staff-words.ts';

interface Props {
  readonly account: StaffAccount;
  readonly mayChange: boolean;
  readonly language: Language;
  readonly words: StaffWords;
}

/** Whether an account is shut out, since when and why, and the ways to change that. */
export function AccountSuspension({ account, mayChange, language, words }: Props) {
  const { staff, forms } = words;
  const { account: own } = staff;
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const { suspendedAt, displayName: name } = account;
  const isSuspended = suspendedAt !== null;
  const [before = '', after = ''] = own.suspendedSince.split('{when}');
  const close = () => setAsked(false);
  const done = () => {
    close();
    router.refresh();
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      {isSuspended ? (
        <p className="text-warn">
          {before}
          <LocalTime iso={suspendedAt} language={language} />
          {fill(after, { reason: account.suspensionReason ?? '' })}
        </p>
      ) : (
        <p className="text-soft">{own.notSuspended}</p>
      )}
      {mayChange && (
        <Button size="sm" onClick={() => setAsked(true)}>
          {isSuspended ? own.restore : own.suspend}
        </Button>
      )}
      {asked && (
        <AskDialog
          title={fill(isSuspended ? own.restoreTitle : own.suspendTitle, { name })}
          text={isSuspended ? own.restoreText : undefined}
          reason={isSuspended ? undefined : { label: own.reason, hint: own.suspendReasonHint }}
          submit={isSuspended ? own.restore : own.suspend}
          words={forms}
          own={{ conflict: own.last }}
          send={(reason) => (isSuspended ? restore(account.id) : suspend(account.id, reason))}
          done={done}
          close={close}
        />
      )}
    </div>
  );
}
