import { type Db, prepare } from '../../postgres/index.ts';

/** A device as entered. */
export interface EnteredDevice {
  readonly id: string;
  readonly is_new: boolean;
  /** The account had no device before. */
  readonly is_first: boolean;
}

const enter = prepare<EnteredDevice>(
  'identity_enter_device',
  `with known as (
     update identity.devices set last_used_at = now() where token_hash = $2 and account_id = $1 returning id),
   added as (
     insert into identity.devices (account_id, token_hash) select $1, $3 where not exists (select from known)
     returning id)
   select id, false as is_new, false as is_first from known
   union all
   select id, true, not exists (select from identity.devices d where d.account_id = $1) from added`,
);

/** Finds the device of an account by the token it presents, or makes it known under a fresh one. */
export async function enterDevice(
  db: Db<unknown>,
  device: {
    readonly accountId: string;
    readonly presentedHash: Buffer | null;
    readonly freshHash: Buffer;
  },
): Promise<EnteredDevice> {
  const [row] = await enter(db, [device.accountId, device.presentedHash, device.freshHash]);
  if (row === undefined) throw new Error('A device was neither found nor made.');
  return row;
}

const select = prepare<{ id: string }>(
  'identity_device_of_email',
  `select d.id from identity.devices d join identity.accounts a on a.id = d.account_id
   where a.email_key = $1 and d.token_hash = $2`,
);

/** The device of the account with this address that was given this token. */
export async function selectDevice(
  db: Db<unknown>,
  emailKey: string,
  tokenHash: Buffer,
): Promise<{ readonly id: string } | undefined> {
  return (await select(db, [emailKey, tokenHash]))[0];
}

const forget = prepare<never>(
  'identity_forget_devices',
  'delete from identity.devices where account_id = $1',
);

/** From now on no device of the account is known. */
export async function forgetDevices(db: Db<unknown>, accountId: string): Promise<void> {
  await forget(db, [accountId]);
}
