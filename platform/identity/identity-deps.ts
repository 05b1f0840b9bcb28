import type { Trail } from '../audit-trail/index.ts';
import type { Clock } from '../config/index.ts';
import type { Db } from '../postgres/index.ts';
import type { KeyRing } from './key-ring.ts';
import type { PasswordHasher } from './passwords/password-hasher.ts';
import type { RoleCatalogue } from './roles.ts';

/** How long sessions last. */
export interface SessionLifetimes {
  /** A browser that was not used for this long has to sign in again. */
  readonly idleS: number;
  /** Nothing lasts longer than this, used or not. */
  readonly absoluteS: number;
  /** An access token of an API client. */
  readonly accessS: number;
  /** A refresh token of an API client: how long the client may stay away. */
  readonly refreshS: number;
}

/** A mail that identity wishes sent. What it says and looks like is the product's. */
export interface IdentityMail {
  readonly kind:
    | 'verify'
    | 'already_registered'
    | 'reset'
    | 'no_account'
    | 'password_changed'
    | 'new_device'
    | 'verify_email'
    | 'email_changed'
    | 'second_factor_on'
    | 'second_factor_off'
    | 'deletion_requested';
  readonly to: string;
  readonly language: string;
  readonly accountId: string | null;
  /** Where the mail holds a link: `challengeToken` makes its token when it is sent. */
  readonly challengeId?: string;
  /** For so long the link is good. */
  readonly linkLifetimeS?: number;
  /** For `new_device`: from where. */
  readonly device?: { readonly name: string; readonly address: string };
  /** For `deletion_requested`: when the account is gone for good, as ISO 8601. */
  readonly dueAt?: string;
}

/** Has a mail sent when, and only when, the transaction commits. */
export type RequestMail = (tx: Db<unknown>, mail: IdentityMail) => Promise<void>;

/** What is done goes into the audit trail of whoever asked for it. */
export interface Audited {
  readonly trail: Trail;
}

/** What the functions of identity need; built once for a process. */
export interface IdentityDeps {
  readonly db: Db<unknown>;
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly passwords: PasswordHasher;
  readonly roles: RoleCatalogue;
  readonly lifetimes: SessionLifetimes;
  readonly requestMail: RequestMail;
  /** Addresses (in the form in which they are compared) with which nobody may sign in here, whoever knows the password. */
  readonly isShutOut?: (emailKey: string) => boolean;
  /** What a product is called, and other words that make no password. */
  readonly knownWords: readonly string[];
}
