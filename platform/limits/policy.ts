/** How much of something in which time. */
export interface Quota {
  readonly count: number;
  readonly perS: number;
}

/** What is known of every limit, as data: documents, headers and the limiter itself are made of it. */
interface PolicyBase extends Quota {
  /** Lower case with hyphens; headers, metrics and stored keys bear it. */
  readonly name: string;
  /** Whom it counts. `mailbox`: the e-mail address that a request names. */
  readonly counts: 'address' | 'account' | 'mailbox';
  /** One sentence without an end, such as "Too many attempts to sign in": what somebody reads who went over it. */
  readonly refusal: string;
}

/** Guards what can be attacked by trying: in no stretch of `perS` seconds, wherever it begins, more than `count` get through. */
export interface Guard extends PolicyBase {
  readonly kind: 'guard';
}

/** Spreads what is there: `count` at once, then as much again each `perS` seconds, steadily. */
export interface Budget extends PolicyBase {
  readonly kind: 'budget';
  /**
   * How many a process takes ahead at most for one busy subject, to give them out by itself for ten seconds. What it does not give out by then is
   * lost to the subject, so of all processes together never more than the budget gets through, and perhaps somewhat less. 1: each is
   * asked for.
   */
  readonly aheadMax: number;
}

/** A limit. When its count cannot be asked for, a guard lets nobody through and a budget everybody. */
export type Policy = Guard | Budget;

/** A guard remembers each hit: for large counts there are budgets. */
const GUARD_COUNT_MAX = 1_000;
const NAME = /^[a-z][a-z-]*$/;

/** @throws Error for a quota that a guard cannot keep, or a name that headers cannot carry. */
export function defineGuard(options: Omit<Guard, 'kind'>): Guard {
  return checked({ ...options, kind: 'guard' }, GUARD_COUNT_MAX);
}

/** @throws Error for a quota that cannot be kept, or a name that headers cannot carry. */
export function defineBudget(options: Omit<Budget, 'kind'>): Budget {
  return checked({ ...options, kind: 'budget' }, Number.MAX_SAFE_INTEGER);
}

/**
 * Reads `5/60`: five in sixty seconds.
 *
 * @throws Error with the end of a sentence that says what is wrong.
 */
export function parseQuota(text: string): Quota {
  const [, count = '', perS = ''] = /^(\d{1,7})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  const quota = { count: Number(count), perS: Number(perS) };
  if (quota.count < 1 || quota.perS < 1) throw new Error('must be a count and seconds, such as 5/60');
  return quota;
}

function checked<P extends Policy>(policy: P, countMax: number): P {
  const { name, count, perS } = policy;
  if (!NAME.test(name)) throw new Error(`A limit is named in lower case: ${name}`);
  const usable = Number.isInteger(count) && count >= 1 && count <= countMax && perS > 0;
  if (!usable) throw new Error(`The limit ${name} cannot let ${count} through in ${perS} s.`);
  return Object.freeze(policy);
}
