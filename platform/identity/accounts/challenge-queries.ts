import { type Db, prepare } from '../../postgres/index.ts';

/** What a challenge proves once it is met. */
export type ChallengePurpose = 'verify' | 'reset' | 'email' | 'second_factor';

/** A challenge to set. */
export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  readonly accountId: string | null;
  readonly email: string | null;
  readonly lifetimeS: number;
}

const insert = prepare<{ id: string }>(
  'identity_insert_challenge',
  `insert into identity.challenges (purpose, account_id, email, expires_at)
   values ($1, $2, $3, now() + make_interval(secs => $4)) returning id`,
);

/** Sets a challenge and returns its id. */
export async function insertChallenge(db: Db<unknown>, challenge: NewChallenge): Promise<string> {
  const { purpose, accountId, email, lifetimeS } = challenge;
  const [row] = await insert(db, [purpose, accountId, email, lifetimeS]);
  if (row === undefined) throw new Error('A challenge was not written.');
  return row.id;
}

/** A challenge that was met. */
export interface MetChallenge {
  readonly id: string;
  readonly account_id: string | null;
  readonly email: string | null;
}

const spend = prepare<MetChallenge>(
  'identity_use_challenge',
  `update identity.challenges set used_at = now()
   where id = $1 and purpose = $2 and used_at is null and expires_at > now() returning id, account_id, email`,
);

/** Uses a challenge up; undefined when it is used, too old or of another purpose. Of several at once one succeeds. */
export async function spendChallenge(
  db: Db<unknown>,
  id: string,
  purpose: ChallengePurpose,
): Promise<MetChallenge | undefined> {
  return (await spend(db, [id, purpose]))[0];
}

const drop = prepare<never>(
  'identity_void_challenges',
  'update identity.challenges set used_at = now() where account_id = $1 and purpose = any($2::text[]) and used_at is null',
);

/** Links of these purposes that are still on their way open nothing any more. */
export async function voidChallenges(
  db: Db<unknown>,
  accountId: string,
  purposes: readonly ChallengePurpose[],
): Promise<void> {
  await drop(db, [accountId, purposes]);
}

const insertWish = prepare<never>(
  'identity_insert_registration',
  `insert into identity.registrations (challenge_id, email, display_name, language, verifier)
   values ($1, $2, $3, $4, $5)`,
);

/** A wish for an account, kept until its mail is answered. */
export interface Registration {
  readonly challengeId: string;
  readonly email: string;
  readonly displayName: string;
  readonly language: string;
  readonly verifier: string;
}

export async function insertRegistration(db: Db<unknown>, wish: Registration): Promise<void> {
  const { challengeId, email, displayName, language, verifier } = wish;
  await insertWish(db, [challengeId, email, displayName, language, verifier]);
}

const takeWish = prepare<{ email: string; display_name: string; language: string; verifier: string }>(
  'identity_take_registration',
  'delete from identity.registrations where challenge_id = $1 returning email, display_name, language, verifier',
);

/** The wish behind a challenge, which is forgotten with this. */
export async function takeRegistration(db: Db<unknown>, challengeId: string) {
  return (await takeWish(db, [challengeId]))[0];
}
