/** Whom the staff's news of jobs are for; migration 0008 writes to it. */
export const STAFF_JOBS = 'staff:jobs';

/** Whom news of one account are for. */
export function toAccount(accountId: string): string {
  return `account:${accountId}`;
}
