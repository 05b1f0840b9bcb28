import { useEffect, useState } from 'react';
import { type AccountHint, readHint, rememberAccount, showHint } from './account-hint.ts';

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
    const remembered = readHint();
    if (remembered && Date.now() - remembered.checkedMs > CHECK_AFTER_MS) void check().then(look);
    // Another tab, or a page that the browser kept for going back.
    window.addEventListener('storage', look);
    window.addEventListener('pageshow', look);
    return () => {
      window.removeEventListener('storage', look);
      window.removeEventListener('pageshow', look);
    };
  }, []);
  return hint;
}

async function check(): Promise<void> {
  const { whoAmI } = await import('../api/entry.ts');
  const outcome = await whoAmI();
  if (outcome.ok) rememberAccount(outcome.data);
  else if (outcome.trouble.kind === 'unauthenticated') rememberAccount(undefined);
}
