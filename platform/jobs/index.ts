export { type EnqueueOptions, enqueue, type Priority } from './enqueue.ts';
export type { Retention } from './housekeeping.ts';
export { type Failure, JOB_STATES, type Job, type JobState, selectJobs as listJobs } from './job-queries.ts';
export { cancelJob, getJob, type JobHistory, replayJob } from './manage.ts';
export type { Progress } from './progress.ts';
export { keepStanding, type StandingJob } from './standing-jobs.ts';
export {
  type Attempt,
  defineTask,
  type Effect,
  type Handler,
  handle,
  PermanentFailure,
  type Queue,
  type Run,
  type Task,
  type TaskOptions,
} from './task.ts';
export { startWorker, type Worker, type WorkerOptions } from './worker.ts';
