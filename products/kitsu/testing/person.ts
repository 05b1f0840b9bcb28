import { openTrail } from '@seaworthy/platform/audit-trail';
import { createAccount, createPasswordHasher } from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';

export const PASSWORD = 'seven calm lanterns';

/** What the command line writes of what it does. */
export const operatorTrail = () => openTrail({ actor: { kind: 'operator' } });

/** An account made at once, without a mail. */
export async function createPerson(db: Db<unknown>, name: string): Promise<{ email: string; id: string }> {
  const email = `${name}@example.org`;
  const passwords = createPasswordHasher();
  const wish = { email, password: PASSWORD, displayName: name, language: 'en' };
  return { email, id: await createAccount({ db, passwords, knownWords: [], trail: operatorTrail() }, wish) };
}
