'use client';

import { useEffect } from 'react';
import type { OwnAccount } from '../api/types.ts';
import { rememberAccount } from './account-hint.ts';

/** On a page that was made for somebody logged in: has the header of all pages know it. */
export function RememberReader({ account }: { account: OwnAccount }) {
  useEffect(() => rememberAccount(account), [account]);
  return null;
}
