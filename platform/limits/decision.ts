import { type AppError, tooManyRequests } from '../errors/index.ts';
import type { Policy } from './policy.ts';

/** What a limit says to one request. */
export interface Decision {
  readonly policy: Policy;
  readonly allowed: boolean;
  /** How many more would be let through now; where some were taken ahead, as far as this process knows. */
  readonly remaining: number;
  /** Allowed: seconds until all are there again. Refused: until one is. */
  readonly resetS: number;
  /** The count could not be asked for. */
  readonly unchecked?: true;
  /** Of a guard: what `takeBack` takes back. */
  readonly hit?: { readonly key: string; readonly at: string };
}

/** The refusal as an error: 429 with the seconds to wait. */
export function refusalOf({ policy, resetS }: Decision): AppError {
  const waitS = Math.max(1, Math.ceil(resetS));
  return tooManyRequests(`${policy.refusal}. Try again in ${spelled(waitS)}.`, waitS);
}

/** The headers of draft-ietf-httpapi-ratelimit-headers-10 (fields `RateLimit-Policy` and `RateLimit`). */
export function limitHeaders({ policy, remaining, resetS }: Decision): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy.name}";q=${policy.count};w=${Math.ceil(policy.perS)}`,
    ratelimit: `"${policy.name}";r=${remaining};t=${Math.ceil(resetS)}`,
  };
}

function spelled(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
