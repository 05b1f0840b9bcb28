import type { Db } from '../../postgres/index.ts';
import { hashToken } from '../secret-token.ts';
import { selectDevice } from './device-queries.ts';

/** Whether somebody signed in to the account of an address on this device before. */
export async function isKnownDevice(
  deps: { readonly db: Db<unknown> },
  emailKey: string,
  deviceToken: string,
): Promise<boolean> {
  return (await selectDevice(deps.db, emailKey, hashToken(deviceToken))) !== undefined;
}
