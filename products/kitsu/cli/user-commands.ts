import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openTrail } from '@seaworthy/platform/audit-trail';
import { notFound } from '@seaworthy/platform/errors';
import {
  type AccountRow,
  createAccount,
  createPasswordHasher,
  findAccount,
  grantRole,
  purgeIdentity,
  revokeRole,
} from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';
import { KITSU_WORDS, kitsuRoles } from '../features/accounts/index.ts';
import { withCatalogue } from './catalogue-database.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';
import { ensureDemoAccounts } from './demo-accounts.ts';
import { generatedPassword } from './generated-password.ts';
import { importUsers } from './import-users.ts';

const OPERATOR = { kind: 'operator' } as const;
const trail = openTrail({ actor: OPERATOR });
/** 120 random bits. */
const PASSWORD_GROUPS = 6;
const FORMS = ['bcrypt', 'bcrypt-sha256hex'];

/** Accounts and roles from the command line: the way to the first account that may grant roles. */
export const USER_COMMANDS: Readonly<Record<string, Command>> = {
  'users create': (input) => onAccounts(input, createUser),
  'users demo': (input) => onAccounts(input, (db) => ensureDemoAccounts(db, input.location)),
  'users grant': (input) => onAccounts(input, (db) => changeRole(db, input, true)),
  'users revoke': (input) => onAccounts(input, (db) => changeRole(db, input, false)),
  'users import': async (input) => {
    const path = resolve(process.env.INIT_CWD ?? '.', argument(input, 0, 'a file'));
    const { form } = input;
    if (form !== undefined && !FORMS.includes(form)) throw new UsageError(`--form is ${FORMS.join(' or ')}.`);
    return onAccounts(input, (db) => importUsers(db, { path, form }));
  },
  'users purge': (input) =>
    onAccounts(input, async (db) => {
      const count = await purgeIdentity({ db, trail });
      return count === 0 ? 'No account was due.' : `Deleted for good: ${count}.`;
    }),
  'users show': (input) =>
    onAccounts(input, async (db) => describe(await named(db, argument(input, 0, 'an e-mail address')))),
};

function onAccounts(
  input: CommandInput,
  run: (db: Db<unknown>, input: CommandInput) => Promise<string>,
): Promise<string> {
  return withCatalogue(input.location, ({ db }) => run(db, input));
}

async function createUser(db: Db<unknown>, input: CommandInput): Promise<string> {
  const email = argument(input, 0, 'an e-mail address');
  const { name = email.split('@')[0] ?? email, role, passwordFile } = input;
  const given = passwordFile === undefined ? undefined : await firstLine(passwordFile);
  const password = given ?? generatedPassword(PASSWORD_GROUPS);
  const passwords = createPasswordHasher();
  const wish = { email, password, displayName: name, language: 'en' };
  // The role first: a mistake in it must not leave an account behind.
  if (role !== undefined && !kitsuRoles.roles.includes(role)) throw notFound(unknownRole(role));
  const accountId = await createAccount({ db, passwords, knownWords: KITSU_WORDS, trail }, wish);
  if (role !== undefined) await grantRole({ db, roles: kitsuRoles, trail }, OPERATOR, { accountId, role });
  const line = `${email} can sign in${role === undefined ? '' : ` as ${role}`}.`;
  return given === undefined ? `${line}\nIts password, shown this once: ${password}` : line;
}

async function changeRole(db: Db<unknown>, input: CommandInput, held: boolean): Promise<string> {
  const account = await named(db, argument(input, 0, 'an e-mail address'));
  const role = argument(input, 1, 'a role');
  if (!kitsuRoles.roles.includes(role)) throw notFound(unknownRole(role));
  const change = held ? grantRole : revokeRole;
  const changed = await change({ db, roles: kitsuRoles, trail }, OPERATOR, { accountId: account.id, role });
  if (!changed) return `${account.email} ${held ? 'has' : 'does not have'} the role ${role} already.`;
  return `${account.email} ${held ? 'has' : 'no longer has'} the role ${role}.`;
}

async function named(db: Db<unknown>, email: string): Promise<AccountRow> {
  const account = await findAccount({ db }, email);
  if (account === undefined) throw notFound(`There is no account with the address ${email}.`);
  return account;
}

function describe(account: AccountRow): string {
  const { email, display_name: name, roles, suspension_reason: reason, created_at: createdAt } = account;
  return [
    `${email} (${name}), since ${createdAt.toISOString().slice(0, 10)}`,
    `  roles: ${[kitsuRoles.everybody, ...roles].join(', ')}`,
    ...(reason === null ? [] : [`  suspended: ${reason}`]),
  ].join('\n');
}

function argument({ args }: CommandInput, index: number, what: string): string {
  const given = args[index];
  if (given === undefined) throw new UsageError(`This command needs ${what}.`);
  return given;
}

function unknownRole(role: string): string {
  return `There is no role "${role}". The roles are: ${kitsuRoles.roles.join(', ')}.`;
}

async function firstLine(file: string): Promise<string> {
  const text = await readFile(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  return text.split(/\r?\n/, 1)[0] ?? '';
}
