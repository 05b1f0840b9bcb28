import { challengeToken, type KeyRing } from '@seaworthy/platform/identity';
import type { AccountMailKind } from './mail-words.ts';

/** Where a mail leads to: a page of the site, and for some what the link proves there. */
const TARGETS: Readonly<
  Partial<Record<AccountMailKind, { readonly path: string; readonly proves?: 'verify' | 'reset' | 'email' }>>
> = {
  verify: { path: '/confirm/registration', proves: 'verify' },
  already_registered: { path: '/login' },
  reset: { path: '/reset-password', proves: 'reset' },
  no_account: { path: '/register' },
  password_changed: { path: '/forgot-password' },
  new_device: { path: '/forgot-password' },
  second_factor_on: { path: '/forgot-password' },
  second_factor_off: { path: '/forgot-password' },
  deletion_requested: { path: '/login' },
  verify_email: { path: '/confirm/email', proves: 'email' },
};

/** What links are made from. */
export interface LinkDeps {
  readonly origin: string;
  readonly keys: KeyRing;
}

/**
 * The address behind a mail's button; undefined for a mail without one. A token stands behind the `#`: browsers send
 * that to nobody, so it is in no log and in no Referer.
 */
export function linkOf(
  { origin, keys }: LinkDeps,
  mail: {
    readonly kind: AccountMailKind;
    readonly language: string;
    readonly challengeId?: string | undefined;
  },
): string | undefined {
  const target = TARGETS[mail.kind];
  if (target === undefined) return undefined;
  const page = `${origin}${mail.language === 'ru' ? '/ru' : ''}${target.path}`;
  if (target.proves === undefined) return page;
  if (mail.challengeId === undefined) throw new Error(`A mail of the kind ${mail.kind} has no challenge.`);
  return `${page}#token=${challengeToken(keys, target.proves, mail.challengeId)}`;
}
