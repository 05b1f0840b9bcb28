import { openLimiter } from '@seaworthy/platform/limits';
import type { Db } from '@seaworthy/platform/postgres';
import type { Logger, Metrics } from '@seaworthy/platform/telemetry';
import { defaultQuotas, type LimitQuotas } from '../api/limit-settings.ts';
import { type KitsuLimits, limitPolicies } from '../api/limits.ts';

/** So much that no test goes over it that is about something else. */
const PLENTY = { count: 1_000, perS: 60 };

/** Limits that count in the database of a test; what is not given is plenty. */
export function testLimits(
  deps: { readonly db: Db<unknown>; readonly logger: Logger; readonly metrics: Metrics },
  quotas: Partial<LimitQuotas> = {},
): KitsuLimits {
  const plenty = Object.fromEntries(
    Object.keys(defaultQuotas()).map((name) => [name, PLENTY]),
  ) as LimitQuotas;
  return { limiter: openLimiter(deps), policies: limitPolicies({ ...plenty, ...quotas }) };
}
