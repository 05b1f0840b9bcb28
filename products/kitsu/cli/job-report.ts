import type { Failure, Job, JobHistory } from '@seaworthy/platform/jobs';
import { table, time } from './text-table.ts';

const COLUMNS = ['job', 'state', 'task', 'attempts', 'since', 'told last'] as const;
const CAUSES: Readonly<Record<Failure['cause'], string>> = {
  failed: 'failed',
  timed_out: 'took too long',
  lost: 'was lost with its worker',
};

/** A table of jobs, the newest first. */
export function jobList(
  jobs: readonly Job[],
  wanted: { readonly state?: string; readonly task?: string },
  countMax: number,
): string {
  const which = `${wanted.state ?? 'unfinished'} jobs${wanted.task ? ` of ${wanted.task}` : ''}`;
  if (jobs.length === 0) return `There are no ${which}.`;
  const rows = jobs.map((job) => [
    String(job.id),
    stateText(job),
    job.task,
    attemptsText(job),
    time(job.finishedAt ?? job.startedAt ?? job.createdAt),
    progressText(job),
  ]);
  const lines = table([COLUMNS, ...rows]);
  return jobs.length < countMax ? lines : `${lines}\nThese are the newest ${countMax}; there may be more.`;
}

/** All there is to know of one job. */
export function jobReport(job: JobHistory): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ['state', stateText(job)],
    ['task', `${job.task} (queue ${job.queue})`],
    ['key', job.key],
    ['payload', JSON.stringify(job.payload)],
    ['attempts', attemptsText(job)],
    ['told last', progressText(job) || null],
    ['worker', job.worker],
    ['enqueued', time(job.createdAt)],
    ['begins', job.state === 'waiting' ? job.runAt && time(job.runAt) : null],
    ['began', job.startedAt && time(job.startedAt)],
    ['ended', job.finishedAt && time(job.finishedAt)],
  ];
  const known = facts.flatMap(([name, value]) => (value === null ? [] : [[`  ${name}`, value]]));
  return [`Job ${job.id}`, table(known), ...job.failures.map(failureText)].join('\n');
}

/** Where a job stands, in one line; of one that is to be tried again also why. */
export function jobLine(job: JobHistory): string {
  const failure = job.state === 'waiting' ? job.failures.at(-1) : undefined;
  const why = failure && `attempt ${failure.attempt} ${CAUSES[failure.cause]}: ${failure.error}`;
  return [stateText(job), progressText(job), why].filter(Boolean).join('  ');
}

function failureText({ attempt, cause, error, worker, endedAt, refusedAt }: Failure): string {
  const where = worker === null ? '' : ` in ${worker}`;
  const late = refusedAt === null ? '' : ` It came back at ${time(refusedAt)} and was refused.`;
  return `  attempt ${attempt} ${CAUSES[cause]}${where} at ${time(endedAt)}: ${error}${late}`;
}

/** What was handed back by workers that ended does not count, so there may be more attempts than count. */
function attemptsText({ attempt, attemptsMax }: Job): string {
  return `${attempt}, ${attemptsMax} may fail`;
}

function stateText(job: Job): string {
  return job.isCancelling ? `${job.state}, told to stop` : job.state;
}

function progressText({ progress }: Job): string {
  if (progress === null) return '';
  const { done, total, message } = progress;
  const share = done === undefined ? '' : total === undefined ? `${done}` : `${done} of ${total}`;
  return [share, message].filter(Boolean).join(', ');
}
