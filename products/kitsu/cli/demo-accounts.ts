import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openTrail } from '@seaworthy/platform/audit-trail';
import { forbidden } from '@seaworthy/platform/errors';
import { createAccount, createPasswordHasher, findAccount, grantRole } from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';
import { z } from 'zod';
import { DEMO_DOMAIN, KITSU_WORDS, kitsuRoles } from '../features/accounts/index.ts';
import { manifest } from '../product.ts';
import { generatedPassword } from './generated-password.ts';

/** 80 random bits. */
const PASSWORD_GROUPS = 4;

const logIns = z.array(z.object({ title: z.string(), email: z.string(), password: z.string() }));
type LogIns = z.infer<typeof logIns>;

/**
 * Makes an account for each role, to try things out with, and keeps their passwords in the data directory, for this user
 * alone. Broken off and begun again it goes on with the passwords it had chosen; accounts that are there stay as they are.
 *
 * @throws AppError `forbidden` in production, where nobody signs in with such an address either.
 */
export async function ensureDemoAccounts(
  db: Db<unknown>,
  place: { readonly dataDir: string; readonly mode: string },
): Promise<string> {
  if (place.mode === 'production') {
    throw forbidden('Accounts for a demonstration are made by npm start, and never in production.');
  }
  const file = resolve(place.dataDir, manifest.demoLogIns.file);
  const draft = `${file}.new`;
  const wanted = (await readLogIns(draft)) ?? kitsuRoles.roles.map(demoLogIn);
  await writeFile(draft, `${JSON.stringify(wanted, null, 2)}\n`, { mode: 0o600 });
  const passwords = createPasswordHasher();
  const trail = openTrail({ actor: { kind: 'operator' } });
  for (const { title: role, email, password } of wanted) {
    if ((await findAccount({ db }, email)) !== undefined) continue;
    const wish = { email, password, displayName: `Demo ${role.replace('_', ' ')}`, language: 'en' };
    const accountId = await createAccount({ db, passwords, knownWords: KITSU_WORDS, trail }, wish);
    if (role === kitsuRoles.everybody) continue;
    await grantRole({ db, roles: kitsuRoles, trail }, { kind: 'operator' }, { accountId, role });
  }
  await rename(draft, file);
  return `${wanted.length} demo accounts.`;
}

function demoLogIn(role: string): LogIns[number] {
  return {
    title: role,
    email: `${role.replace('_', '-')}@${DEMO_DOMAIN}`,
    password: generatedPassword(PASSWORD_GROUPS),
  };
}

async function readLogIns(file: string): Promise<LogIns | undefined> {
  try {
    return logIns.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Not there, or cut off while it was written: then no account was made with it.
    return undefined;
  }
}
