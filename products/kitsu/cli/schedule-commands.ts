import { openTrail } from '@seaworthy/platform/audit-trail';
import {
  listSchedules,
  pauseSchedule,
  resumeSchedule,
  runScheduleNow,
  type Schedule,
  type ScheduleState,
} from '@seaworthy/platform/schedules';
import { SCHEDULES } from '../worker/schedules.ts';
import { withCatalogue } from './catalogue-database.ts';
import { type Command, UsageError } from './command.ts';
import { table, time } from './text-table.ts';

const COLUMNS = ['schedule', 'due', 'next', 'last', 'job', 'missed'] as const;
const schedules = SCHEDULES;
const trail = openTrail({ actor: { kind: 'operator' } });

/** The commands for what is done by the clock, by name. */
export const SCHEDULE_COMMANDS: Readonly<Record<string, Command>> = {
  'schedules list': ({ location }) =>
    withCatalogue(location, async ({ db }) => {
      const states = await listSchedules(db);
      return table([COLUMNS, ...SCHEDULES.map((schedule) => line(schedule, states))]);
    }),

  'schedules pause': ({ location, args }) => {
    const name = nameArgument(args, 'schedules pause');
    return withCatalogue(location, async ({ db }) => {
      await pauseSchedule({ db, schedules, trail }, name);
      return `${name} is paused. Let it go on with: npm run kitsu -- schedules resume ${name}`;
    });
  },

  'schedules resume': ({ location, args }) => {
    const name = nameArgument(args, 'schedules resume');
    return withCatalogue(location, async ({ db }) => {
      await resumeSchedule({ db, schedules, trail }, name);
      return `${name} goes on. What passed meanwhile is not made up for.`;
    });
  },

  'schedules run': ({ location, args }) => {
    const name = nameArgument(args, 'schedules run');
    return withCatalogue(location, async ({ db }) => {
      const jobId = await runScheduleNow({ db, schedules, trail }, name);
      return `Job ${jobId} does it. See what becomes of it: npm run kitsu -- jobs show ${jobId}`;
    });
  },
};

function line(schedule: Schedule, states: readonly ScheduleState[]): string[] {
  const { name, cron, zone } = schedule;
  const state = states.find((one) => one.name === name);
  const next = schedule.next(new Date());
  return [
    name,
    `${cron} ${zone}`,
    nextText(state, next),
    state?.lastAt ? time(state.lastAt) : 'never',
    state?.lastJobId ? String(state.lastJobId) : '',
    String(state?.missedCount ?? 0),
  ];
}

function nextText(state: ScheduleState | undefined, next: Date | undefined): string {
  if (state === undefined) return 'when a worker has started';
  if (state.pausedAt !== null) return `paused since ${time(state.pausedAt)}`;
  return next === undefined ? 'never' : time(next);
}

function nameArgument([given]: readonly string[], command: string): string {
  if (given !== undefined) return given;
  throw new UsageError(`"${command}" needs the name of a schedule; "schedules list" lists them.`);
}
