import { findAccount } from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';

/** Nobody's id: what is asked of an address without an account is found nowhere, and the address is kept nowhere. */
const NOBODY = 'nobody';

/** The id of an account that is named by its address. Anything else is an id already, or the name of a part of the system. */
export async function idNamed(db: Db<unknown>, text: string): Promise<string> {
  return text.includes('@') ? ((await findAccount({ db }, text))?.id ?? NOBODY) : text;
}
