import {
  beginSecondFactor,
  cancelDeletion,
  changePassword as changeOwnPassword,
  changeProfile as changeOwnProfile,
  confirmSecondFactor,
  createApiKey,
  endOwnSession,
  endOwnSessions,
  exportAccount,
  removeSecondFactor,
  renewRecoveryCodes,
  requestDeletion,
  requestEmailChange,
  revokeApiKey,
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

/** Begins to set up an authenticator app. */
export const beginFactor = (body: { password: string }) => settle(beginSecondFactor({ body, ...here() }));

/** Takes the app into use with its first code. */
export const confirmFactor = (body: { code: string }) => settle(confirmSecondFactor({ body, ...here() }));

/** Makes new recovery codes; the earlier ones are void. */
export const renewCodes = (body: { password: string; code: string }) =>
  settle(renewRecoveryCodes({ body, ...here() }));

/** Switches the second factor off. */
export const removeFactor = (body: { password: string; code: string }) =>
  settle(removeSecondFactor({ body, ...here() }));

/** Ends one session of the account. */
export const endSession = (id: string) => settle(endOwnSession({ path: { id }, ...here() }));

/** Ends every session but this one. */
export const endOtherSessions = () => settle(endOwnSessions({ query: { which: 'others' }, ...here() }));

/** Makes an API key; its token is told this once. */
export const makeKey = (body: { name: string; scopes: string[]; lifetimeDays?: number }) =>
  settle(createApiKey({ body, ...here() }));

/** Revokes an API key. */
export const revokeKey = (id: string) => settle(revokeApiKey({ path: { id }, ...here() }));

/** Everything that is kept of the account. */
export const takeAlong = () => settle(exportAccount(here()));

/** Gives the account up; it is logged out everywhere. */
export const giveUp = (body: { password: string }) => settle(requestDeletion({ body, ...here() }));

/** Keeps the account after all. */
export const keepAccount = () => settle(cancelDeletion(here()));
