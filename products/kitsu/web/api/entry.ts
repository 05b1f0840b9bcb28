import {
  completePasswordReset,
  completeSignIn,
  confirmEmailChange,
  confirmRegistration,
  getOwnAccount,
  register as registerAccount,
  requestPasswordReset,
  signIn,
  signOut,
} from '@seaworthy/kitsu/client';
import type { Language } from '../i18n/languages.ts';
import { settle } from './outcome.ts';

// The browser asks the front door, which shares its origin with the site; the session is in a cookie that no script sees.
const here = () => ({ baseUrl: window.location.origin, cache: 'no-store' as const });

/** Logs in, or says that a code is asked for. */
export const logIn = (body: { email: string; password: string }) => settle(signIn({ body, ...here() }));

/** Logs in who was asked for a code. */
export const enterCode = (body: { challenge: string; code: string }) =>
  settle(completeSignIn({ body, ...here() }));

/** Ends the session of this browser. */
export const logOut = () => settle(signOut(here()));

/** Who is logged in in this browser. */
export const whoAmI = () => settle(getOwnAccount(here()));

/** Wishes for an account; the mail that comes makes it. */
export const register = (body: {
  email: string;
  password: string;
  displayName: string;
  language: Language;
}) => settle(registerAccount({ body, ...here() }));

/** Makes the account that the link of a mail is for. */
export const confirmAccount = (token: string) => settle(confirmRegistration({ body: { token }, ...here() }));

/** Makes an address the one of the account that the link of a mail is for. */
export const confirmAddress = (token: string) => settle(confirmEmailChange({ body: { token }, ...here() }));

/** Has a link mailed by which the password can be chosen anew. */
export const askForReset = (body: { email: string; language: Language }) =>
  settle(requestPasswordReset({ body, ...here() }));

/** Sets the password anew. */
export const reset = (body: { token: string; password: string }) =>
  settle(completePasswordReset({ body, ...here() }));
