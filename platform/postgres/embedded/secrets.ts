import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DataDirError } from './data-dir-error.ts';

const FILE = 'secrets.json';
const passwordsSchema = z.object({ passwords: z.record(z.string(), z.string()) });

/** Passwords of the embedded server's roles, by role name. */
export type Passwords = Readonly<Record<string, string>>;

/** The stored passwords, or undefined when there are none yet. */
export async function readPasswords(dataDir: string): Promise<Passwords | undefined> {
  const file = path.join(dataDir, FILE);
  try {
    return passwordsSchema.parse(JSON.parse(await readFile(file, 'utf8'))).passwords;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    const cure = code === 'EACCES' ? 'Use the user that it belongs to.' : 'Restore it from a copy.';
    throw new DataDirError(
      'unusable',
      `${file} holds the passwords of the database and cannot be read. ${cure}`,
      { cause: error },
    );
  }
}

/** The password of a role, generated and stored when there is none. Only the process that holds the claim calls this. */
export async function ensurePassword(dataDir: string, role: string): Promise<string> {
  const known = (await readPasswords(dataDir)) ?? {};
  const existing = known[role];
  if (existing !== undefined) return existing;
  const password = randomBytes(24).toString('base64url');
  const file = path.join(dataDir, FILE);
  // Written beside and renamed, so that a crash leaves the old file or the new one and never half of one.
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify({ passwords: { ...known, [role]: password } }, null, 2)}\n`, {
    mode: 0o600,
  });
  await rename(draft, file);
  return password;
}
