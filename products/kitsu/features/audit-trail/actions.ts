import { type AuditAction, defineAction } from '@seaworthy/platform/audit-trail';
import { IDENTITY_ACTIONS } from '@seaworthy/platform/identity';
import { SCHEDULE_ACTIONS } from '@seaworthy/platform/schedules';

/** What Kitsu's audit trail tells of besides accounts. */
export const KITSU_ACTIONS = {
  /** Somebody asked for what he may not do. */
  denyAccess: defineAction({ name: 'access.deny', target: 'route' }),
  /** Somebody took a copy of the trail along. */
  exportTrail: defineAction({ name: 'audit.export', target: 'audit_trail' }),
  /** A file was taken in; what each title got from it stands in the title's own record of sources. */
  importFile: defineAction({ name: 'catalogue.import', target: 'import_run' }),
  /** A person changed fields of a title, or locked some against sources. */
  editTitle: defineAction({ name: 'title.edit', target: 'title' }),
  /** An operator tries a job again, or stops one. */
  replayJob: defineAction({ name: 'job.replay', target: 'job' }),
  cancelJob: defineAction({ name: 'job.cancel', target: 'job' }),
} as const;

/** Every action there is, by name. */
export const ALL_ACTIONS: readonly AuditAction[] = [
  ...Object.values(IDENTITY_ACTIONS),
  ...Object.values(KITSU_ACTIONS),
  ...Object.values(SCHEDULE_ACTIONS),
].sort((one, other) => (one.name < other.name ? -1 : 1));
