import { useEffect, useState } from 'react';
import { type AccountHint, HINT_EVENT, readHint, rememberAccount, showHint } from './account-hint.ts';

/** What is remembered is checked when it is older than this: the session may have ended elsewhere. */
const CHECK_AFTER_MS = 600_000;

/** Who is logged in as far as this browser remembers: undefined on the server, and when nobody is. Follows other tabs. */
export function useAccountHint(): AccountHint | undefined {
  const [hint, setHint] = useState<AccountHint>();
  useEffect(() => {
    const look = () => {
      showHint();
      setHint(readHint());
    };
    look();
    // `pageshow`: a page that the browser kept for going back.
    const changes = ['storage', 'pageshow', HINT_EVENT];
    for (const change of changes) window.addEventListener(change, look);
    return () => {
      for (const change of changes) window.removeEventListener(change, look);
    };
  }, []);
  return hint;
}

/** Has the API say whether what is remembered still holds, where it was not asked for long. */
export async function checkHint(): Promise<void> {
  const hint = readHint();
  if (hint === undefined || Date.now() - hint.checkedMs < CHECK_AFTER_MS) return;
  const { whoAmI } = await import('../api/entry.ts');
  const outcome = await whoAmI();
  if (outcome.ok) rememberAccount(outcome.data);
  else if (outcome.trouble.kind === 'unauthenticated') rememberAccount(undefined);
}
