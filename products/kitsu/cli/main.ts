import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '@seaworthy/platform/config';
import { isAppError } from '@seaworthy/platform/errors';
import { DataDirError } from '@seaworthy/platform/postgres';
import { EXIT_CODE, exitCodeFor, exitWithParent } from '@seaworthy/platform/process';
import { seedDemoCatalogue } from '../features/demo-catalogue/index.ts';
import { importDataset, importStats } from '../features/imports/index.ts';
import { type CatalogueLocation, withCatalogue } from './catalogue-database.ts';
import { showProgress } from './progress.ts';
import { datasetReport, statsReport } from './report.ts';
import { cliSettings } from './settings.ts';

const USAGE = `Kitsu's commands:

  npm run kitsu -- import dataset FILE    take in an anime-offline-database file (.json, .jsonl, also .zst or .gz)
  npm run kitsu -- import stats FILE      take in scores and popularity (CSV: mal_id, score, members)
  npm run kitsu -- seed demo              write the demo catalogue (--if-empty: only into an empty one)

They use the database that npm start runs, start it when it is not running, or use KITSU_DATABASE_URL.
`;

type Command = (location: CatalogueLocation, args: readonly string[]) => Promise<string>;

const COMMANDS: Readonly<Record<string, Command>> = {
  'import dataset': async (location, [file]) => {
    const path = fileArgument(file, 'import dataset');
    return withCatalogue(location, async ({ db }) => {
      const startedMs = performance.now();
      const display = showProgress(process.stderr);
      try {
        const summary = await importDataset({ db }, { path, onProgress: display.update });
        display.end();
        return datasetReport(summary, performance.now() - startedMs);
      } finally {
        display.end();
      }
    });
  },
  'import stats': async (location, [file]) => {
    const path = fileArgument(file, 'import stats');
    return withCatalogue(location, async ({ db }) => {
      const startedMs = performance.now();
      const display = showProgress(process.stderr);
      try {
        return statsReport(
          await importStats({ db }, { path, onProgress: display.update }),
          performance.now() - startedMs,
        );
      } finally {
        display.end();
      }
    });
  },
  'seed demo': (location, args) =>
    withCatalogue(location, async ({ db }) => {
      const { createdCount, titleCount } = await seedDemoCatalogue(
        { db },
        { ifEmpty: args.includes('--if-empty') },
      );
      return titleCount === 0
        ? 'The catalogue has titles already: nothing was written.'
        : `${createdCount} of ${titleCount} demo titles are new.`;
    }),
};

class UsageError extends Error {}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, 'if-empty': { type: 'boolean' } },
  });
  const command = COMMANDS[positionals.slice(0, 2).join(' ')];
  if (values.help || positionals.length === 0) {
    process.stdout.write(USAGE);
    return;
  }
  if (command === undefined) throw new UsageError(`There is no command "${positionals.join(' ')}".`);
  const { databaseUrl, dataDir } = readSettings(cliSettings);
  const rest = [...positionals.slice(2), ...(values['if-empty'] ? ['--if-empty'] : [])];
  process.stdout.write(`${await command({ databaseUrl, dataDir }, rest)}\n`);
}

function fileArgument(file: string | undefined, command: string): string {
  if (file === undefined) throw new UsageError(`"${command}" needs a file.`);
  // npm runs scripts at the repository root; INIT_CWD is where the person stands.
  return resolve(process.env.INIT_CWD ?? '.', file);
}

exitWithParent();
main().catch((error: unknown) => {
  const isOurs = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  if (isOurs) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = EXIT_CODE.usage;
    return;
  }
  const isExpected =
    isAppError(error) || error instanceof DataDirError || exitCodeFor(error) !== EXIT_CODE.internal;
  process.stderr.write(
    `${isExpected && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = isAppError(error, 'invalid_input') ? EXIT_CODE.unclean : exitCodeFor(error);
});
