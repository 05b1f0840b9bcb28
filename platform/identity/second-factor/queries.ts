import { type Db, prepare } from '../../postgres/index.ts';

/** The second factor of an account, wished for or in use. */
export interface SecondFactorRow {
  readonly sealed_secret: string;
  readonly confirmed_at: Date | null;
}

const select = prepare<SecondFactorRow>(
  'identity_second_factor',
  'select sealed_secret, confirmed_at from identity.second_factors where account_id = $1',
);

export async function selectSecondFactor(
  db: Db<unknown>,
  accountId: string,
): Promise<SecondFactorRow | undefined> {
  return (await select(db, [accountId]))[0];
}

const wish = prepare<{ account_id: string }>(
  'identity_wish_second_factor',
  `insert into identity.second_factors as f (account_id, sealed_secret) values ($1, $2)
   on conflict (account_id) do update set sealed_secret = excluded.sealed_secret, created_at = now(), last_step = 0
   where f.confirmed_at is null returning account_id`,
);

/** Keeps a secret that is not in use yet, in place of an earlier such one; false when one is in use. */
export async function wishSecondFactor(db: Db<unknown>, accountId: string, sealed: string): Promise<boolean> {
  return (await wish(db, [accountId, sealed])).length > 0;
}

const confirm = prepare<{ account_id: string }>(
  'identity_confirm_second_factor',
  `update identity.second_factors set confirmed_at = now(), last_step = $2
   where account_id = $1 and confirmed_at is null returning account_id`,
);

/** Puts the wished-for secret into use; false when there is none. */
export async function confirmSecondFactor(
  db: Db<unknown>,
  accountId: string,
  step: number,
): Promise<boolean> {
  return (await confirm(db, [accountId, step])).length > 0;
}

const takeStep = prepare<{ account_id: string }>(
  'identity_use_time_step',
  `update identity.second_factors set last_step = $2
   where account_id = $1 and confirmed_at is not null and last_step < $2 returning account_id`,
);

/** Takes the code of a step; false when it, or a later one, was taken before. Of several at once one succeeds. */
export async function spendStep(db: Db<unknown>, accountId: string, step: number): Promise<boolean> {
  return (await takeStep(db, [accountId, step])).length > 0;
}

const remove = prepare<never>(
  'identity_remove_second_factor',
  `with gone as (delete from identity.second_factors where account_id = $1)
   delete from identity.recovery_codes where account_id = $1`,
);

/** The account has no second factor any more, and no recovery codes. */
export async function removeSecondFactorRow(db: Db<unknown>, accountId: string): Promise<void> {
  await remove(db, [accountId]);
}

const dropCodes = prepare<never>(
  'identity_drop_recovery_codes',
  'delete from identity.recovery_codes where account_id = $1',
);
const insertCodes = prepare<never>(
  'identity_insert_recovery_codes',
  'insert into identity.recovery_codes (account_id, code_hash) select $1, * from unnest($2::bytea[])',
);

/** Puts new recovery codes in the place of all earlier ones. */
export async function replaceRecoveryCodes(
  db: Db<unknown>,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await dropCodes(db, [accountId]);
  await insertCodes(db, [accountId, hashes]);
}

const takeCode = prepare<{ account_id: string }>(
  'identity_use_recovery_code',
  'delete from identity.recovery_codes where account_id = $1 and code_hash = $2 returning account_id',
);

/** Uses a recovery code up; false when there is no such one. */
export async function spendRecoveryCode(db: Db<unknown>, accountId: string, hash: Buffer): Promise<boolean> {
  return (await takeCode(db, [accountId, hash])).length > 0;
}

const countCodes = prepare<{ count: number }>(
  'identity_count_recovery_codes',
  'select count(*)::integer as count from identity.recovery_codes where account_id = $1',
);

export async function countRecoveryCodes(db: Db<unknown>, accountId: string): Promise<number> {
  return (await countCodes(db, [accountId]))[0]?.count ?? 0;
}

const tryChallenge = prepare<{ account_id: string }>(
  'identity_try_challenge',
  `update identity.challenges set attempt_count = attempt_count + 1
   where id = $1 and purpose = 'second_factor' and used_at is null and expires_at > now() and attempt_count < $2
   returning account_id`,
);

/** Counts a try at a challenge; undefined when it is over or was tried too often. */
export async function countTry(
  db: Db<unknown>,
  challengeId: string,
  triesMax: number,
): Promise<string | undefined> {
  return (await tryChallenge(db, [challengeId, triesMax]))[0]?.account_id;
}
