import { type Db, prepare } from '../../postgres/index.ts';

/** What is known of who signs in. */
export interface SignInRow {
  readonly account_id: string;
  readonly email: string;
  readonly language: string;
  readonly suspension_reason: string | null;
  readonly verifier: string | null;
}

const selectForSignIn = prepare<SignInRow>(
  'identity_sign_in',
  `select a.id as account_id, a.email, a.language, a.suspension_reason, p.verifier
   from identity.accounts a left join identity.passwords p on p.account_id = a.id where a.email_key = $1`,
);

export async function selectSignIn(db: Db<unknown>, emailKey: string): Promise<SignInRow | undefined> {
  return (await selectForSignIn(db, [emailKey]))[0];
}

const replace = prepare<never>(
  'identity_replace_verifier',
  'update identity.passwords set verifier = $3 where account_id = $1 and verifier = $2',
);

/** Puts a better verifier of the same password in place, unless the password was changed meanwhile. */
export async function replaceVerifier(
  db: Db<unknown>,
  accountId: string,
  from: string | null,
  to: string,
): Promise<void> {
  await replace(db, [accountId, from, to]);
}

const hold = prepare<{ account_id: string }>(
  'identity_hold_verifier',
  'select account_id from identity.passwords where account_id = $1 and verifier = $2 for share',
);

/**
 * Whether the verifier still stands; it then does until the transaction ends. Whoever changes the password waits, and
 * finds the session that was begun meanwhile.
 */
export async function holdVerifier(
  db: Db<unknown>,
  accountId: string,
  verifier: string | null,
): Promise<boolean> {
  return (await hold(db, [accountId, verifier])).length > 0;
}

const set = prepare<never>(
  'identity_set_verifier',
  `insert into identity.passwords (account_id, verifier) values ($1, $2)
   on conflict (account_id) do update set verifier = excluded.verifier, changed_at = now()`,
);

/** Gives an account a new password. */
export async function setVerifier(db: Db<unknown>, accountId: string, verifier: string): Promise<void> {
  await set(db, [accountId, verifier]);
}

/** An account to be made. */
export interface NewAccount {
  readonly email: string;
  readonly emailKey: string;
  readonly displayName: string;
  readonly language: string;
}

const insert = prepare<{ id: string }>(
  'identity_insert_account',
  `insert into identity.accounts (email, email_key, display_name, language) values ($1, $2, $3, $4)
   on conflict (email_key) do nothing returning id`,
);

/** Makes an account; undefined when the address has one already. */
export async function insertAccount(db: Db<unknown>, account: NewAccount): Promise<string | undefined> {
  const { email, emailKey, displayName, language } = account;
  return (await insert(db, [email, emailKey, displayName, language]))[0]?.id;
}

/** An account as its owner and staff see it. */
export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly display_name: string;
  readonly language: string;
  readonly roles: readonly string[];
  readonly created_at: Date;
  readonly suspended_at: Date | null;
  readonly suspension_reason: string | null;
  readonly deletion_due_at: Date | null;
}

/** The columns of {@link AccountRow}, of an account `a`. */
export const ACCOUNT_COLUMNS = `a.id, a.email, a.display_name, a.language, a.created_at, a.suspended_at, a.suspension_reason,
  a.deletion_due_at, array(select g.role from identity.role_grants g where g.account_id = a.id order by g.role) as roles`;

const select = prepare<AccountRow>(
  'identity_account',
  `select ${ACCOUNT_COLUMNS} from identity.accounts a where a.id = $1`,
);

export async function selectAccount(db: Db<unknown>, id: string): Promise<AccountRow | undefined> {
  return (await select(db, [id]))[0];
}

const selectByKey = prepare<AccountRow>(
  'identity_account_by_email',
  `select ${ACCOUNT_COLUMNS} from identity.accounts a where a.email_key = $1`,
);

export async function selectAccountByEmail(
  db: Db<unknown>,
  emailKey: string,
): Promise<AccountRow | undefined> {
  return (await selectByKey(db, [emailKey]))[0];
}

const selectNames = prepare<{ id: string; display_name: string }>(
  'identity_account_names',
  'select id, display_name from identity.accounts where id = any($1::uuid[])',
);

/** What accounts are called. */
export function selectAccountNames(db: Db<unknown>, ids: readonly string[]) {
  return selectNames(db, [ids]);
}

const selectVerifierOf = prepare<{ verifier: string }>(
  'identity_verifier',
  'select verifier from identity.passwords where account_id = $1',
);

/** What is kept of an account's password; undefined when it has none. */
export async function selectVerifier(db: Db<unknown>, accountId: string): Promise<string | undefined> {
  return (await selectVerifierOf(db, [accountId]))[0]?.verifier;
}

const lock = prepare<{ id: string }>(
  'identity_lock_account',
  'select id from identity.accounts where id = $1 for no key update',
);

/**
 * An account with its row locked until the transaction ends. It is read once the lock is held, by another statement: the one
 * that waited for the lock would still see the roles of before.
 */
export async function lockAccount(db: Db<unknown>, id: string): Promise<AccountRow | undefined> {
  const [held] = await lock(db, [id]);
  return held && selectAccount(db, id);
}

const updateAddress = prepare<{ id: string }>(
  'identity_update_email',
  `update identity.accounts set email = $2, email_key = $3
   where id = $1 and not exists (select from identity.accounts where email_key = $3 and id <> $1) returning id`,
);

/** Gives an account another address; false when another account has it. */
export async function updateEmail(
  db: Db<unknown>,
  id: string,
  email: string,
  emailKey: string,
): Promise<boolean> {
  return (await updateAddress(db, [id, email, emailKey])).length > 0;
}

const setSuspension = prepare<never>(
  'identity_update_suspension',
  `update identity.accounts set suspension_reason = $2,
     suspended_at = case when $2::text is not null then coalesce(suspended_at, now()) end
   where id = $1`,
);

/** Suspends an account for a reason, or (without one) lets it in again. */
export async function updateSuspension(db: Db<unknown>, id: string, reason: string | null): Promise<void> {
  await setSuspension(db, [id, reason]);
}

const setProfile = prepare<never>(
  'identity_update_profile',
  `update identity.accounts set display_name = coalesce($2, display_name), language = coalesce($3, language)
   where id = $1`,
);

/** Changes the name or the language of an account; what is undefined stays. */
export async function updateProfile(
  db: Db<unknown>,
  id: string,
  change: { readonly displayName?: string | undefined; readonly language?: string | undefined },
): Promise<void> {
  await setProfile(db, [id, change.displayName ?? null, change.language ?? null]);
}

const setDeletion = prepare<{ deletion_due_at: Date | null }>(
  'identity_update_deletion',
  `update identity.accounts set deletion_due_at = now() + make_interval(days => $2::integer)
   where id = $1 returning deletion_due_at`,
);

/** Has an account deleted in so many days, or (with null) not any more. Returns when. */
export async function updateDeletion(
  db: Db<unknown>,
  id: string,
  inDays: number | null,
): Promise<Date | null> {
  return (await setDeletion(db, [id, inDays]))[0]?.deletion_due_at ?? null;
}
