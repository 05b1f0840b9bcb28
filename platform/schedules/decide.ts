import type { Schedule } from './schedule.ts';

/** What is to be noted of a window. */
export interface Decision {
  readonly at: Date;
  readonly outcome: 'run' | 'missed';
  /** Windows right before it that are left out. */
  readonly missedBefore: number;
}

/** Whoever comes later than this after a window has missed it. */
export const LATE_MS = 60_000;
/** So many windows are looked at in one transaction; the rest waits for the next one, which follows at once. */
const WINDOWS_MAX = 1_000;

/**
 * What becomes of the windows of a schedule after `since`, up to `now`, oldest first, and up to which moment that is all.
 * Pure, so whoever comes to them decides alike.
 */
export function decide(
  schedule: Pick<Schedule, 'next' | 'catchUp'>,
  since: Date,
  now: Date,
): { readonly decisions: readonly Decision[]; readonly until: Date } {
  const windows: Date[] = [];
  for (let at = schedule.next(since); at !== undefined && at <= now; at = schedule.next(at)) {
    windows.push(at);
    if (windows.length > WINDOWS_MAX) break;
  }
  const isAll = windows.length <= WINDOWS_MAX;
  const looked = windows.slice(0, WINDOWS_MAX);
  const isLate = (at: Date) => now.getTime() - at.getTime() > LATE_MS;
  const decisions: Decision[] = [];
  let missed = 0;
  for (const [index, at] of looked.entries()) {
    const isNewest = isAll && index === looked.length - 1;
    if (!isLate(at) || schedule.catchUp === 'all' || (schedule.catchUp === 'latest' && isNewest)) {
      decisions.push({ at, outcome: 'run', missedBefore: missed });
      missed = 0;
    } else if (index === looked.length - 1) {
      decisions.push({ at, outcome: 'missed', missedBefore: missed });
    } else {
      missed += 1;
    }
  }
  return { decisions, until: isAll ? now : (looked.at(-1) ?? now) };
}
