import { LRUCache } from 'lru-cache';
import type { Decision } from './decision.ts';
import type { Budget } from './policy.ts';

const SUBJECTS_MAX = 20_000;
/** What was taken ahead is given out within this time, or is lost to its subject. */
const GOOD_FOR_MS = 10_000;

/** What one process was given of one subject's budget, or that nothing is left of it. */
interface Share {
  left: number;
  readonly granted: number;
  readonly goodUntilMs: number;
  /** What the budget held besides when this was taken. */
  readonly besides: number;
  readonly fullAtMs: number;
}

/** What asking for a share came to. */
export interface Grant {
  /** 0: nothing was left. */
  readonly granted: number;
  readonly besides: number;
  /** Until all is there again, or (where nothing was granted) until one is. */
  readonly resetS: number;
}

/** The shares of one process. */
export class LocalShares {
  readonly #shares = new LRUCache<string, Share>({ max: SUBJECTS_MAX });
  readonly #asking = new Map<string, Promise<void>>();

  /** Gives one out, or refuses while nothing can be left; undefined when the database has to be asked. */
  take(policy: Budget, subject: string): Decision | undefined {
    const share = this.#shares.get(shareKey(policy, subject));
    if (!share) return undefined;
    const nowMs = performance.now();
    if (nowMs >= share.goodUntilMs) return undefined;
    const resetS = Math.max(0, (share.fullAtMs - nowMs) / 1_000);
    if (share.left > 0) {
      share.left -= 1;
      return { policy, allowed: true, remaining: share.left + share.besides, resetS };
    }
    // Used up, not refused: the budget may hold more.
    if (share.besides >= 0) return undefined;
    return { policy, allowed: false, remaining: 0, resetS };
  }

  /**
   * Gets a share for a subject. Of those who need one at once one asks for all; when that fails, it fails for all. A share is at most
   * twice what was used of the one before: of a subject that asks now here, now there, little is lost in each process.
   */
  async fill(policy: Budget, subject: string, ask: (wanted: number) => Promise<Grant>): Promise<void> {
    const key = shareKey(policy, subject);
    const underWay = this.#asking.get(key);
    if (underWay !== undefined) return underWay;
    const asked = ask(Math.min(policy.aheadMax, this.#wanted(key)))
      .then((grant) => this.#keep(key, grant))
      .finally(() => this.#asking.delete(key));
    this.#asking.set(key, asked);
    return asked;
  }

  #wanted(key: string): number {
    const before = this.#shares.get(key);
    if (!before || performance.now() > before.goodUntilMs + GOOD_FOR_MS) return 1;
    return Math.max(1, before.left === 0 ? 2 * before.granted : before.granted - before.left);
  }

  #keep(key: string, { granted, besides, resetS }: Grant): void {
    const nowMs = performance.now();
    const fullAtMs = nowMs + resetS * 1_000;
    const share =
      granted > 0
        ? { left: granted, granted, goodUntilMs: nowMs + GOOD_FOR_MS, besides, fullAtMs }
        : { left: 0, granted, goodUntilMs: fullAtMs, besides: -1, fullAtMs };
    this.#shares.set(key, share);
  }
}

function shareKey(policy: Budget, subject: string): string {
  return `${policy.name}:${subject}`;
}
