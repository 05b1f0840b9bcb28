'use client';

import { useEffect } from 'react';
import { rememberAccount } from './account-hint.ts';

/** On a page that was made for somebody logged in: has the header of all pages know it. */
export function RememberReader({ name }: { name: string }) {
  useEffect(() => rememberAccount({ displayName: name }), [name]);
  return null;
}
