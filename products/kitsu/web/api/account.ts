import {
  changePassword as changeOwnPassword,
  changeProfile as changeOwnProfile,
  requestEmailChange,
} from '@seaworthy/kitsu/client';
import type { Language } from '../i18n/languages.ts';
import { settle } from './outcome.ts';

// The browser asks the front door, which shares its origin with the site; the session is in a cookie that no script sees.
const here = () => ({ baseUrl: window.location.origin, cache: 'no-store' as const });

/** Changes how others see the account, and the language of its mails. */
export const changeProfile = (body: { displayName: string; language: Language }) =>
  settle(changeOwnProfile({ body, ...here() }));

/** Has a link mailed to a new address. */
export const changeAddress = (body: { email: string; password: string }) =>
  settle(requestEmailChange({ body, ...here() }));

/** Sets a new password; every other session ends. */
export const changePassword = (body: { currentPassword: string; newPassword: string }) =>
  settle(changeOwnPassword({ body, ...here() }));
