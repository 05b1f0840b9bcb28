'use client';

import { useAccountHint } from './use-account-hint.ts';

/** Who is logged in. */
export function AccountName() {
  const hint = useAccountHint();
  return <p className="truncate px-2 pt-1.5 pb-2 text-base font-medium">{hint?.name}</p>;
}
