import { openTrail } from '@seaworthy/platform/audit-trail';
import { cancelJob, getJob, JOB_STATES, type JobState, listJobs, replayJob } from '@seaworthy/platform/jobs';
import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { KITSU_ACTIONS } from '../features/audit-trail/index.ts';
import { withCatalogue } from './catalogue-database.ts';
import { type Command, UsageError } from './command.ts';
import { followJob, interrupted, printLine } from './follow-job.ts';
import { jobList, jobReport } from './job-report.ts';

/** More than a terminal shows at once helps nobody. */
const LISTED_MAX = 50;

const trail = openTrail({ actor: { kind: 'operator' } });

/** The commands for the queue of jobs, by name. */
export const JOB_COMMANDS: Readonly<Record<string, Command>> = {
  'jobs list': ({ location, state, task }) => {
    const wanted = { ...(state && { state: stateArgument(state) }), ...(task && { task }) };
    return withCatalogue(location, async ({ db }) =>
      jobList(await listJobs(db, { ...wanted, countMax: LISTED_MAX }), wanted, LISTED_MAX),
    );
  },

  'jobs show': ({ location, args, follow }) => {
    const id = idArgument(args, 'jobs show');
    return withCatalogue(location, async ({ db }) =>
      jobReport(follow ? await followJob(db, id, printLine, interrupted()) : await getJob(db, id)),
    );
  },

  'jobs replay': ({ location, args }) => {
    const id = idArgument(args, 'jobs replay');
    return withCatalogue(location, async ({ db }) => {
      await inTransaction(db, async (tx) => {
        await trail.record(tx, { action: KITSU_ACTIONS.replayJob, target: String(id) });
        await replayJob(tx, id);
      });
      return `Job ${id} waits again, with all its attempts ahead of it.`;
    });
  },

  'jobs cancel': ({ location, args }) => {
    const id = idArgument(args, 'jobs cancel');
    return withCatalogue(location, async ({ db }) =>
      (await cancelNoted(db, id)) === 'cancelled'
        ? `Job ${id} is cancelled.`
        : `Job ${id} runs and was told to stop. See what became of it: npm run kitsu -- jobs show ${id}`,
    );
  },
};

function cancelNoted(db: Db<unknown>, id: number): Promise<'cancelled' | 'asked'> {
  return inTransaction(db, async (tx) => {
    await trail.record(tx, { action: KITSU_ACTIONS.cancelJob, target: String(id) });
    return cancelJob(tx, id);
  });
}

function stateArgument(given: string): JobState {
  const state = JOB_STATES.find((one) => one === given);
  if (state !== undefined) return state;
  throw new UsageError(`There is no state "${given}": a job is ${JOB_STATES.join(', ')}.`);
}

function idArgument([given]: readonly string[], command: string): number {
  const id = Number(given);
  if (given !== undefined && /^\d+$/.test(given) && Number.isSafeInteger(id) && id > 0) return id;
  throw new UsageError(`"${command}" needs the number of a job.`);
}
