/** What a log line may say about an error. Anything else an error carries (rows, parameters, headers) stays out. */
export type DescribedError = {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: DescribedError;
};

const CAUSES_MAX = 4;

/**
 * Turns anything thrown into its loggable part: type, message, code, stack and up to four causes. An allow-list, so a
 * driver error's parameters or a response's headers cannot reach a log. Never throws.
 */
export function describeError(thrown: unknown, depth = 0): DescribedError {
  if (!(thrown instanceof Error)) {
    return {
      type: typeof thrown,
      message: typeof thrown === 'string' ? withoutCredentials(thrown) : 'a value that is no Error',
    };
  }
  const described: DescribedError = { type: thrown.name, message: withoutCredentials(thrown.message) };
  const code = (thrown as { code?: unknown }).code;
  if (typeof code === 'string') described.code = code;
  if (thrown.stack) described.stack = withoutCredentials(thrown.stack);
  if (thrown.cause !== undefined && depth < CAUSES_MAX)
    described.cause = describeError(thrown.cause, depth + 1);
  return described;
}

/** Hides the user and password part of every address in a text: `postgres://[hidden]@host/db`. */
export function withoutCredentials(text: string): string {
  return text.includes('://') ? text.replace(/:\/\/[^\s/@]+@/g, '://[hidden]@') : text;
}
