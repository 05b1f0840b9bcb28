'use client';

import { Button, Cell, HeadCell, Table } from '@seaworthy/platform/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { endAllSessions } from '../../api/staff.ts';
import type { StaffAccount, StaffSession } from '../../api/types.ts';
import { AskDialog } from '../../forms/ask-dialog.tsx';
import { fill, formatCount } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import { LocalTime } from '../../shell/local-time.tsx';
import type { StaffWords } from './staff-words.ts';

interface Props {
  readonly account: StaffAccount;
  readonly sessions: readonly StaffSession[];
  readonly mayEnd: boolean;
  readonly language: Language;
  readonly words: StaffWords;
}

/** Where an account is logged in, and the way to end all of it. */
export function AccountSessions({ account, sessions, mayEnd, language, words }: Props) {
  const { staff, forms } = words;
  const { account: own } = staff;
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <>
      {sessions.length === 0 ? (
        <p className="text-soft">{own.noSessions}</p>
      ) : (
        <Table>
          <thead>
            <tr>
              <HeadCell>{own.device}</HeadCell>
              <HeadCell>{own.address}</HeadCell>
              <HeadCell>{own.used}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <Cell>{session.device}</Cell>
                <Cell className="text-soft tabular-nums">{session.address}</Cell>
                <Cell className="text-soft tabular-nums">
                  <LocalTime iso={session.lastUsedAt} language={language} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayEnd && sessions.length > 0 && (
        <Button size="sm" className="mt-4" onClick={() => setAsked(true)}>
          {own.endAll}
        </Button>
      )}
      <p role="status" className="mt-2 text-sm text-live">
        {said}
      </p>
      {asked && (
        <AskDialog
          title={fill(own.endAllTitle, { name: account.displayName })}
          text={own.endAllText}
          submit={own.endAll}
          words={forms}
          send={() => endAllSessions(account.id)}
          done={({ endedCount }) => {
            setSaid(formatCount(language, endedCount, own.ended));
            setAsked(false);
            router.refresh();
          }}
          close={() => setAsked(false)}
        />
      )}
    </>
  );
}
