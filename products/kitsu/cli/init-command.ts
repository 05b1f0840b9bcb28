import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { conflict, isAppError } from '@seaworthy/platform/errors';
import { newRingKey } from '@seaworthy/platform/identity';
import type { Command } from './command.ts';

const DEFAULT_FILE = 'kitsu.env';

/**
 * Writes the environment of a production installation: a fresh key ring, and a line for each setting that only a person
 * can know. The file is for this user alone and is never written over.
 *
 * @throws AppError `conflict` when the file is there already.
 */
export const initCommand: Command = async ({ args }) => {
  // npm runs scripts at the repository root; INIT_CWD is where the person stands.
  const file = resolve(process.env.INIT_CWD ?? '.', args[0] ?? DEFAULT_FILE);
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(productionEnvironment());
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isAppError(error) || !(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw error;
    throw conflict(
      `${file} is there already and was left as it is. Name another file, or move it away first.`,
    );
  }
  return `Wrote ${file}, with fresh secrets. Fill in what is empty; keep the file to yourself and keep a copy: without its keys second factors cannot be opened.`;
};

function productionEnvironment(): string {
  const today = new Date().toISOString().slice(0, 10);
  return `# Kitsu in production, written on ${today}. Keep it to yourself.
SEAWORTHY_MODE=production
KITSU_SECRET_KEYS=${newRingKey(today)}

# Scheme and host under which people reach the site; signing in needs https. Example: https://kitsu.example.org
KITSU_PUBLIC_ORIGIN=
# The mail server and the sender of mails. Example: smtp.example.org and Kitsu <no-reply@kitsu.example.org>
KITSU_SMTP_HOST=
KITSU_SMTP_USER=
KITSU_SMTP_PASSWORD=
KITSU_MAIL_FROM=
# The database, as its application role and as its owner. Example: postgres://kitsu_app:secret@db.internal:5432/kitsu
KITSU_DATABASE_URL=
KITSU_OWNER_DATABASE_URL=
# The API processes, for the site. Example: http://10.0.0.5:4000,http://10.0.0.6:4000
KITSU_API_URLS=
`;
}
