import { parseArgs } from 'node:util';
import { readSettings } from '@seaworthy/platform/config';
import { isAppError } from '@seaworthy/platform/errors';
import { DataDirError } from '@seaworthy/platform/postgres';
import { EXIT_CODE, exitCodeFor, exitWithParent } from '@seaworthy/platform/process';
import { UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { cliSettings } from './settings.ts';

const USAGE = `Kitsu's commands:

  npm run kitsu -- import dataset FILE    take in an anime-offline-database file (.json, .jsonl, also .zst or .gz)
  npm run kitsu -- import stats FILE      take in scores and popularity (CSV: mal_id, score, members)
  npm run kitsu -- seed demo              write the demo catalogue (--if-empty: only into an empty one)
  npm run kitsu -- users create EMAIL     make an account (--role ROLE, --name NAME, --password-file FILE)
  npm run kitsu -- users import FILE      take accounts over (CSV: email, verifier, name, language, roles; --form
                                          bcrypt or bcrypt-sha256hex for bare bcrypt hashes)
  npm run kitsu -- users grant EMAIL ROLE      give an account a role: super_admin, admin, moderator, editor, support
  npm run kitsu -- users revoke EMAIL ROLE     take a role away
  npm run kitsu -- users show EMAIL       tell what an account may do
  npm run kitsu -- users purge            forget accounts whose time has come and other leftovers
  npm run kitsu -- doctor                 tell whether the installation is in good order, and what to do where it is not
  npm run kitsu -- init [FILE]            write the environment of a production installation, with fresh secrets
  npm run kitsu -- migrate                bring the schema of an external database up to date
  npm run kitsu -- jobs list              list unfinished jobs (--state dead or another state, --task NAME)
  npm run kitsu -- jobs show ID           tell all about a job, and why its attempts failed (--follow: until it ends)
  npm run kitsu -- jobs replay ID         try a dead or cancelled job again
  npm run kitsu -- jobs cancel ID         cancel a job, or tell a running one to stop
  npm run kitsu -- schedules list         list what is done by the clock: next, last and missed windows
  npm run kitsu -- schedules run NAME     do it now; schedules pause NAME and resume NAME stop it and let it go on
  npm run kitsu -- mail test EMAIL        send a mail the way all are sent, and tell what the mail server says
  npm run kitsu -- audit list             list who did what (--actor EMAIL, --action NAME, --target ID, --since DATE)
  npm run kitsu -- audit verify           tell whether the audit trail is whole (--head: as it once ended)

They use the database that npm start runs, start it when it is not running, or use KITSU_DATABASE_URL.
`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      'if-empty': { type: 'boolean', default: false },
      follow: { type: 'boolean' },
      state: { type: 'string' },
      task: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      'password-file': { type: 'string' },
      form: { type: 'string' },
      head: { type: 'string' },
      action: { type: 'string' },
      actor: { type: 'string' },
      target: { type: 'string' },
      since: { type: 'string' },
    },
  });
  if (values.help || positionals.length === 0) {
    process.stdout.write(USAGE);
    return;
  }
  const words = positionals.join(' ');
  const name = Object.keys(COMMANDS).find((command) => words === command || words.startsWith(`${command} `));
  const command = COMMANDS[name ?? ''];
  if (name === undefined || command === undefined) throw new UsageError(`There is no command "${words}".`);
  const args = positionals.slice(name.split(' ').length);
  const location = readSettings(cliSettings);
  const { 'if-empty': ifEmpty, 'password-file': passwordFile, ...rest } = values;
  process.stdout.write(`${await command({ ...rest, location, args, ifEmpty, passwordFile })}\n`);
}

/** What a person can mend is told in a sentence; a mistake of ours comes with its stack. */
function tell(error: unknown): void {
  if (!(error instanceof Error)) throw error;
  const isUsage =
    error instanceof UsageError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  const isExpected =
    isAppError(error) || error instanceof DataDirError || exitCodeFor(error) !== EXIT_CODE.internal;
  const text = isUsage ? `${error.message}\n\n${USAGE}` : `${isExpected ? error.message : error.stack}\n`;
  process.stderr.write(text);
  process.exitCode = isUsage ? EXIT_CODE.usage : exitCodeOf(error);
}

function exitCodeOf(error: Error): number {
  if (error instanceof DataDirError) return error.exitCode;
  const isRefusal = isAppError(error) && ['invalid_input', 'not_found', 'conflict'].includes(error.code);
  return isRefusal ? EXIT_CODE.unclean : exitCodeFor(error);
}

exitWithParent();
main().catch(tell);
