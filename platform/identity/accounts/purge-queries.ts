import { type Db, prepare } from '../../postgres/index.ts';

const deleteDue = prepare<{ id: string }>(
  'identity_delete_due_accounts',
  'delete from identity.accounts where deletion_due_at <= now() returning id',
);

/** Deletes the accounts whose time has come. Returns their ids. */
export async function deleteDueAccounts(db: Db<unknown>): Promise<string[]> {
  return (await deleteDue(db, [])).map((row) => row.id);
}

const deleteChallenges = prepare<never>(
  'identity_delete_old_challenges',
  'delete from identity.challenges where expires_at < now() - make_interval(days => $1::integer)',
);

/** Deletes challenges that have been over for so many days, and the wishes behind them. */
export async function deleteOldChallenges(db: Db<unknown>, days: number): Promise<void> {
  await deleteChallenges(db, [days]);
}

const deleteSessions = prepare<never>(
  'identity_delete_old_sessions',
  `delete from identity.sessions
   where least(coalesce(ended_at, expires_at), expires_at) < now() - make_interval(days => $1::integer)`,
);

/** Deletes sessions that have been over for so many days. */
export async function deleteOldSessions(db: Db<unknown>, days: number): Promise<void> {
  await deleteSessions(db, [days]);
}

const deleteKeys = prepare<never>(
  'identity_delete_old_api_keys',
  `delete from identity.api_keys
   where least(revoked_at, expires_at) < now() - make_interval(days => $1::integer)`,
);

/** Deletes API keys that have been good for nothing for so many days. */
export async function deleteOldKeys(db: Db<unknown>, days: number): Promise<void> {
  await deleteKeys(db, [days]);
}
