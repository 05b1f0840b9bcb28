import type { ErrorEnvelope } from '@seaworthy/kitsu/client';

/** What came of something a person asked for in the browser. */
export type Outcome<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** Why it did not work, so that it can be said in the reader's language. */
export interface Trouble {
  /** `offline`: nobody answered; `broken`: our mistake. */
  readonly kind:
    | 'invalid'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'conflict'
    | 'limited'
    | 'unavailable'
    | 'offline'
    | 'broken';
  /** By field what is wrong with it, as one word such as `too_short`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Why an account is suspended, in the words of who did it. */
  readonly suspensionReason?: string;
  /** From when on trying again makes sense, on the clock of `performance`. */
  readonly retryAtMs?: number;
  /** To be reported with a mistake of ours. */
  readonly requestId?: string;
}

/** A call of the generated client that does not throw. */
type Call<T> = Promise<{
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response?: Response | undefined;
}>;

const KINDS: Readonly<Record<number, Trouble['kind']>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'invalid',
  429: 'limited',
  503: 'unavailable',
  504: 'unavailable',
};
const MS_PER_S = 1_000;
const WITHOUT_HEADER_S = 10;

/** Waits for a call and puts what it came to into one form. Never rejects. */
export async function settle<T>(call: Call<T>): Promise<Outcome<T>> {
  const { data, error, response } = await call;
  if (response?.ok) return { ok: true, data: data as T };
  if (response === undefined) return { ok: false, trouble: { kind: 'offline', fields: {} } };
  const { details, requestId } = (error as Partial<ErrorEnvelope>)?.error ?? {};
  const kind = KINDS[response.status] ?? 'broken';
  return {
    ok: false,
    trouble: {
      kind,
      fields: fieldsOf(details),
      ...suspensionOf(details),
      ...(requestId !== undefined && { requestId }),
      ...(kind === 'limited' && {
        retryAtMs: performance.now() + secondsOf(response.headers.get('retry-after')) * MS_PER_S,
      }),
    },
  };
}

/** The first thing wrong with each field. */
function fieldsOf(details: unknown): Record<string, string> {
  if (!Array.isArray(details)) return {};
  const problems = details as readonly { readonly path?: unknown; readonly reason?: unknown }[];
  return Object.fromEntries(
    problems
      .map(({ path, reason }) => [String(path), typeof reason === 'string' ? reason : 'invalid'])
      .reverse(),
  );
}

function suspensionOf(details: unknown): Pick<Trouble, 'suspensionReason'> {
  const reason = (details as { suspensionReason?: unknown } | undefined)?.suspensionReason;
  return typeof reason === 'string' ? { suspensionReason: reason } : {};
}

function secondsOf(header: string | null): number {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : WITHOUT_HEADER_S;
}
