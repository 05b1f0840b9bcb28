import { createHash } from 'node:crypto';
import { unavailable } from '../errors/index.ts';
import type { AnyDb } from '../postgres/index.ts';
import type { Logger, Metrics } from '../telemetry/index.ts';
import type { Decision } from './decision.ts';
import { type Grant, LocalShares } from './local-shares.ts';
import type { Budget, Guard, Policy } from './policy.ts';
import { hitGuard, takeBackHit, takeFromBudget } from './queries.ts';

/** Counts for all processes of an installation, in its database. */
export interface Limiter {
  /**
   * Whether one more of the subject is within the policy; if so it is counted.
   *
   * @throws AppError `unavailable` when the count of a guard cannot be asked for. A budget then lets everybody through.
   */
  take(policy: Policy, subject: string): Promise<Decision>;
  /** The same without asking anybody, where this process holds some for the subject or knows that none are left. Not for metrics. */
  takeNow(policy: Budget, subject: string): Decision | undefined;
  /** Has what a guard let through count no longer: it was no attack. When that fails, it goes on counting. */
  takeBack(decision: Decision): Promise<void>;
}

const RETRY_AFTER_S = 5;
/** A database that is away is not asked by each request anew: budgets let everybody through for this long. */
const AWAY_FOR_MS = 1_000;
/** And it is told of once in this time. */
const TELL_EVERY_MS = 10_000;
const MICROS_PER_S = 1_000_000;

/** Opens the limiter of a process; `db` is a pool of its own, so that counting and work do not wait for each other. */
export function openLimiter(deps: {
  readonly db: AnyDb;
  readonly logger: Pick<Logger, 'warn'>;
  readonly metrics: Metrics;
}): Limiter {
  const { db } = deps;
  const shares = new LocalShares();
  const refusals = deps.metrics.counter({
    name: 'limit_refusals_total',
    help: 'Requests that a limit refused.',
    labels: ['policy'],
  });
  const failed = failureNote(deps);
  let awayUntilMs = Number.NEGATIVE_INFINITY;

  const counted = (decision: Decision) => {
    if (!decision.allowed) refusals.inc({ policy: decision.policy.name });
    return decision;
  };
  const guarded = async (policy: Guard, subject: string) => {
    try {
      return await askGuard(db, policy, keyOf(policy, subject));
    } catch (cause) {
      failed(policy, cause);
      throw unavailable('This cannot be checked right now. Try again shortly.', {
        retryAfterS: RETRY_AFTER_S,
        cause,
      });
    }
  };
  const budgeted = async (policy: Budget, subject: string): Promise<Decision> => {
    const unchecked = { policy, allowed: true, remaining: policy.count, resetS: 0, unchecked: true } as const;
    const ask = (wanted: number) => askBudget(db, policy, keyOf(policy, subject), wanted);
    try {
      if (performance.now() < awayUntilMs) return unchecked;
      if (policy.aheadMax === 1) return decisionOf(policy, await ask(1));
      for (;;) {
        const decision = shares.take(policy, subject);
        if (decision) return decision;
        await shares.fill(policy, subject, ask);
      }
    } catch (error) {
      awayUntilMs = performance.now() + AWAY_FOR_MS;
      failed(policy, error);
      return unchecked;
    }
  };
  return {
    take: async (policy, subject) =>
      counted(await (policy.kind === 'guard' ? guarded(policy, subject) : budgeted(policy, subject))),
    takeNow: (policy, subject) => shares.take(policy, subject),
    async takeBack({ policy, hit }) {
      if (hit) await takeBackHit(db, hit.key, hit.at).catch((error: unknown) => failed(policy, error));
    },
  };
}

async function askGuard(db: AnyDb, policy: Guard, key: string): Promise<Decision> {
  const row = await hitGuard(db, key, policy.count, policy.perS);
  const remaining = Math.max(0, policy.count - row.hit_count);
  const answer = { policy, allowed: row.allowed, remaining, resetS: row.oldest_leaves_s };
  return row.hit_at === null ? answer : { ...answer, hit: { key, at: row.hit_at } };
}

async function askBudget(db: AnyDb, { count, perS }: Budget, key: string, wanted: number): Promise<Grant> {
  // Rounded down to what the database's intervals hold, so that the count fits into its time.
  const intervalS = Math.floor((perS * MICROS_PER_S) / count) / MICROS_PER_S;
  const spanS = intervalS * count;
  const row = await takeFromBudget(db, key, { intervalS, spanS, wanted: Math.min(wanted, count) });
  const fullInS = row?.full_in_s ?? spanS;
  const granted = row?.granted ?? 0;
  if (granted === 0) return { granted, besides: 0, resetS: Math.max(0.001, fullInS + intervalS - spanS) };
  return { granted, besides: Math.max(0, Math.floor((spanS - fullInS) / intervalS + 1e-6)), resetS: fullInS };
}

function decisionOf(policy: Budget, { granted, besides, resetS }: Grant): Decision {
  return { policy, allowed: granted > 0, remaining: besides, resetS };
}

/** What stands in the database says nothing about whom it counts. */
function keyOf(policy: Policy, subject: string): string {
  return `${policy.name}:${createHash('sha256').update(subject).digest('base64url').slice(0, 22)}`;
}

function failureNote({ logger, metrics }: { logger: Pick<Logger, 'warn'>; metrics: Metrics }) {
  const failures = metrics.counter({
    name: 'limit_failures_total',
    help: 'Questions about a limit without an answer: a guard then refuses, a budget lets through.',
    labels: ['policy'],
  });
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return (policy: Policy, error: unknown) => {
    failures.inc({ policy: policy.name });
    const nowMs = performance.now();
    if (nowMs - toldAtMs < TELL_EVERY_MS) return;
    toldAtMs = nowMs;
    logger.warn({ err: error }, 'limits cannot be counted: guards refuse, budgets let everybody through');
  };
}
