'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { pageOf } from '../i18n/languages.ts';
import { LEAVING_EVENT, rememberAccount } from './account-hint.ts';
import { isPersonal } from './personal-pages.ts';

interface Props {
  readonly home: string;
  readonly words: { readonly logOut: string; readonly failed: string };
}

/** Ends the session. A public page stays where it is; from one's own pages there is only the way home. */
export function LogOutButton({ home, words }: Props) {
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    setPending(true);
    setFailed(false);
    window.dispatchEvent(new Event(LEAVING_EVENT));
    const { logOut } = await import('../api/entry.ts');
    const outcome = await logOut();
    if (outcome.ok) {
      rememberAccount(undefined);
      // Loaded anew, so that nothing of the account is left in memory.
      if (isPersonal(pageOf(window.location.pathname))) window.location.replace(home);
      else window.location.reload();
    } else {
      setPending(false);
      setFailed(true);
    }
  };
  return (
    <>
      <button
        type="button"
        aria-disabled={pending}
        onClick={() => void (pending || leave())}
        className="flex h-10 w-full items-center gap-3 rounded-md px-2 text-base hover:bg-hover aria-disabled:opacity-50 max-lg:h-11"
      >
        <LogOut aria-hidden className="size-5 text-mute" />
        {words.logOut}
      </button>
      <p role="alert" className="px-2 text-sm text-warn">
        {failed && words.failed}
      </p>
    </>
  );
}
