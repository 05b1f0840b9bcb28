import { resolve } from 'node:path';
import { openTrail } from '@seaworthy/platform/audit-trail';
import { seedDemoCatalogue } from '../features/demo-catalogue/index.ts';
import { importDataset, importStats } from '../features/imports/index.ts';
import { AUDIT_COMMANDS } from './audit-commands.ts';
import { migrateCatalogue, withCatalogue } from './catalogue-database.ts';
import { type Command, UsageError } from './command.ts';
import { doctorCommand } from './doctor-command.ts';
import { initCommand } from './init-command.ts';
import { JOB_COMMANDS } from './job-commands.ts';
import { mailTestCommand } from './mail-test-command.ts';
import { type ProgressDisplay, showProgress } from './progress.ts';
import { datasetReport, statsReport } from './report.ts';
import { SCHEDULE_COMMANDS } from './schedule-commands.ts';
import { USER_COMMANDS } from './user-commands.ts';

const trail = openTrail({ actor: { kind: 'operator' } });

/** Every command by its name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  init: initCommand,
  doctor: doctorCommand,
  ...USER_COMMANDS,
  ...JOB_COMMANDS,
  ...SCHEDULE_COMMANDS,
  ...AUDIT_COMMANDS,
  'mail test': mailTestCommand,

  migrate: async ({ location }) => {
    if (location.databaseUrl === undefined) {
      return 'Nothing to do: npm start migrates the embedded database. Set KITSU_DATABASE_URL for another one.';
    }
    const applied = await migrateCatalogue(location);
    return applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}.`;
  },

  'import dataset': ({ location, args }) => {
    const path = fileArgument(args, 'import dataset');
    return withCatalogue(location, ({ db }) =>
      withProgress(async (display, tookMs) =>
        datasetReport(await importDataset({ db, trail }, { path, onProgress: display.update }), tookMs()),
      ),
    );
  },

  'import stats': ({ location, args }) => {
    const path = fileArgument(args, 'import stats');
    return withCatalogue(location, ({ db }) =>
      withProgress(async (display, tookMs) =>
        statsReport(await importStats({ db, trail }, { path, onProgress: display.update }), tookMs()),
      ),
    );
  },

  'seed demo': ({ location, ifEmpty }) =>
    withCatalogue(location, async ({ db }) => {
      const { createdCount, titleCount } = await seedDemoCatalogue({ db }, { ifEmpty });
      return titleCount === 0
        ? 'The catalogue has titles already: nothing was written.'
        : `${createdCount} of ${titleCount} demo titles are new.`;
    }),
};

async function withProgress(
  run: (display: ProgressDisplay, tookMs: () => number) => Promise<string>,
): Promise<string> {
  const startedMs = performance.now();
  const display = showProgress(process.stderr);
  try {
    return await run(display, () => performance.now() - startedMs);
  } finally {
    display.end();
  }
}

function fileArgument([file]: readonly string[], command: string): string {
  if (file === undefined) throw new UsageError(`"${command}" needs a file.`);
  // npm runs scripts at the repository root; INIT_CWD is where the person stands.
  return resolve(process.env.INIT_CWD ?? '.', file);
}
