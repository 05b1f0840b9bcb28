import { Button } from '@seaworthy/platform/ui';
import { useState } from 'react';
import { revokeKey } from '../../api/account.ts';
import type { Trouble } from '../../api/outcome.ts';
import type { ApiKey } from '../../api/types.ts';
import { FormNote } from '../../forms/form-note.tsx';
import { fill } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import { LocalTime } from '../../shell/local-time.tsx';
import { type KeyWords, scopeName } from './key-words.ts';

interface Props {
  readonly keys: readonly ApiKey[];
  readonly language: Language;
  readonly words: KeyWords;
  revoked(key: ApiKey): void;
}

/** The keys of the account; revoking one is asked for twice, since what uses it breaks. */
export function KeyList({ keys, language, words, revoked }: Props) {
  const { keys: own, forms } = words;
  const [asked, setAsked] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [said, setSaid] = useState('');
  const revoke = async (key: ApiKey) => {
    const outcome = await revokeKey(key.id);
    const isGone = outcome.ok || outcome.trouble.kind === 'not_found';
    setTrouble(outcome.ok || isGone ? undefined : outcome.trouble);
    if (!isGone) return;
    setAsked(undefined);
    setSaid(own.revoked);
    revoked(key);
  };
  return (
    <div>
      <FormNote words={forms} trouble={trouble} />
      {keys.length === 0 && <p className="text-soft">{own.none}</p>}
      <ul className="-mt-3">
        {keys.map((key) => (
          <li key={key.id} className="border-b border-line py-3 last:border-0">
            <div className="flex items-center gap-3">
              <KeyLine apiKey={key} language={language} words={own} />
              {asked !== key.id && (
                <Button
                  size="sm"
                  aria-label={fill(own.revokeOne, { name: key.name })}
                  onClick={() => setAsked(key.id)}
                >
                  {own.revoke}
                </Button>
              )}
            </div>
            {asked === key.id && (
              <div className="mt-3 flex flex-wrap items-center justify-between gap-3 rounded-md bg-warn-wash py-2 pr-2 pl-3 text-sm text-warn">
                {fill(own.revokeSure, { name: key.name })}
                <span className="flex gap-2">
                  <Button size="sm" tone="ghost" onClick={() => setAsked(undefined)}>
                    {forms.cancel}
                  </Button>
                  <Button size="sm" tone="solid" autoFocus onClick={() => void revoke(key)}>
                    {own.revoke}
                  </Button>
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-live">
        {said}
      </p>
    </div>
  );
}

function KeyLine({
  apiKey,
  language,
  words,
}: {
  apiKey: ApiKey;
  language: Language;
  words: KeyWords['keys'];
}) {
  const { name, prefix, scopes, expiresAt, lastUsedAt, lastAddress } = apiKey;
  const [before = '', after = ''] = words.until.split('{when}');
  const [used = '', from = ''] = words.used.split('{when}');
  return (
    <div className="min-w-0 flex-1">
      <p className="flex items-baseline gap-3">
        <span className="truncate text-base">{name}</span>
        <code className="shrink-0 text-xs text-mute">{prefix}…</code>
      </p>
      <p className="mt-0.5 text-sm text-soft">{scopes.map((scope) => scopeName(words, scope)).join(', ')}</p>
      <p className="mt-0.5 text-xs text-mute">
        {expiresAt === null ? (
          words.forever
        ) : (
          <>
            {before}
            <LocalTime iso={expiresAt} language={language} dayOnly />
            {after}
          </>
        )}
        {' · '}
        {lastUsedAt === null ? (
          words.unused
        ) : (
          <>
            {used}
            <LocalTime iso={lastUsedAt} language={language} />
            {fill(from, { address: lastAddress ?? '' })}
          </>
        )}
      </p>
    </div>
  );
}
