'use client';

import { Badge, Button } from '@seaworthy/platform/ui';
import { Monitor, SquareTerminal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { endOtherSessions, endSession } from '../../api/account.ts';
import { followAccount } from '../../api/follow-account.ts';
import type { Trouble } from '../../api/outcome.ts';
import type { Session } from '../../api/types.ts';
import { FormNote } from '../../forms/form-note.tsx';
import type { FormWords } from '../../i18n/form-words.ts';
import { fill, formatCount } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { LEAVING_EVENT } from '../../shell/account-hint.ts';
import { LocalTime } from '../../shell/local-time.tsx';

interface Props {
  readonly sessions: readonly Session[];
  readonly language: Language;
  readonly words: Pick<Dictionary['account'], 'sessions'> & { readonly forms: FormWords };
}

/** Where the account is logged in. One session can be ended, or all but this one; what ends elsewhere leaves the list by itself. */
export function SessionList({ sessions, language, words }: Props) {
  const { sessions: own, forms } = words;
  const [listed, setListed] = useState(sessions);
  const [trouble, setTrouble] = useState<Trouble>();
  const [said, setSaid] = useState('');
  const [pending, setPending] = useState(false);
  useEffect(() => {
    const stop = followAccount({
      sessionEnded: (id) => setListed((before) => before.filter((one) => one.id !== id)),
      // Leads to the log-in when this session is over.
      outOfDate: () => window.location.reload(),
    });
    // Logging out leads elsewhere, and this must not come in its way.
    window.addEventListener(LEAVING_EVENT, stop);
    return () => {
      window.removeEventListener(LEAVING_EVENT, stop);
      stop();
    };
  }, []);
  const end = async (which: Session | 'others') => {
    if (pending) return;
    setPending(true);
    const outcome = which === 'others' ? await endOtherSessions() : await endSession(which.id);
    setPending(false);
    // One that is gone already is as good as ended.
    const isOver = outcome.ok || outcome.trouble.kind === 'not_found';
    setTrouble(outcome.ok || isOver ? undefined : outcome.trouble);
    if (!isOver) return;
    const left = listed.filter((one) => (which === 'others' ? one.current : one !== which));
    setSaid(formatCount(language, listed.length - left.length, own.ended));
    setListed(left);
  };
  return (
    <div>
      <FormNote words={forms} trouble={trouble} />
      <ul className="-mt-3">
        {listed.map((session) => (
          <li key={session.id} className="flex items-center gap-3 border-b border-line py-3 last:border-0">
            <SessionLine session={session} language={language} words={own} />
            {session.current ? (
              <Badge tone="live">{own.here}</Badge>
            ) : (
              <Button
                size="sm"
                aria-label={fill(own.endOne, { device: session.device })}
                aria-disabled={pending}
                onClick={() => void end(session)}
              >
                {own.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex min-h-8 items-center gap-4">
        {listed.some(({ current }) => !current) && (
          <Button size="sm" aria-disabled={pending} onClick={() => void end('others')}>
            {own.endOthers}
          </Button>
        )}
        <p role="status" className="text-sm text-live">
          {said}
        </p>
      </div>
    </div>
  );
}

function SessionLine({
  session,
  language,
  words,
}: {
  session: Session;
  language: Language;
  words: Dictionary['account']['sessions'];
}) {
  const Icon = session.kind === 'api' ? SquareTerminal : Monitor;
  const [before = '', between = ''] = words.used.split('{when}');
  const [since = '', after = ''] = words.since.split('{when}');
  return (
    <>
      <Icon aria-hidden className="size-5 shrink-0 text-mute" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-base">
          {session.device}
          {session.kind === 'api' && <span className="text-sm text-mute"> · {words.client}</span>}
        </p>
        <p className="text-xs text-mute">
          {before}
          <LocalTime iso={session.lastUsedAt} language={language} />
          {fill(between, { address: session.address })} · {since}
          <LocalTime iso={session.createdAt} language={language} dayOnly />
          {after}
        </p>
      </div>
    </>
  );
}
