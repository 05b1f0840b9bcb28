import { createAccount, createPasswordHasher } from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';

export const PASSWORD = 'seven calm lanterns';

/** An account made at once, without a mail. */
export async function createPerson(db: Db<unknown>, name: string): Promise<{ email: string; id: string }> {
  const email = `${name}@example.org`;
  const passwords = createPasswordHasher();
  const wish = { email, password: PASSWORD, displayName: name, language: 'en' };
  return { email, id: await createAccount({ db, passwords, knownWords: [] }, wish) };
}
