import { describeError, withoutCredentials } from './describe-error.ts';

const SECRET_NAME =
  /pass(word|wd|phrase)|secret|token|authori[sz]ation|cookie|credential|api[-_]?key|private[-_]?key|session[-_]?id/i;
const DEPTH_MAX = 3;
const LIST_MAX = 50;
const NAMES_MAX = 500;
const HIDDEN = '[hidden]';

/**
 * Makes the filter that reduces the fields of a log line to what may be written: plain values, plain objects and lists to
 * a bounded depth. A field whose name sounds like a secret is hidden, and an instance of a class (a request, a socket, a
 * driver's result) becomes its class name, so that no object can carry a header or a row into a log by accident.
 */
export function loggableFields(): (fields: Record<string, unknown>) => Record<string, unknown> {
  const isSecret = rememberedTest(SECRET_NAME);
  return (fields) => {
    const kept: Record<string, unknown> = {};
    for (const name in fields) {
      const value = fields[name];
      // `err` passes through: its own serialiser describes it.
      kept[name] = name === 'err' ? value : isSecret(name) ? HIDDEN : loggable(value, isSecret, 0);
    }
    return kept;
  };
}

/** The few names that log lines are made of come again and again, and the test is the dearest part of a line. */
function rememberedTest(pattern: RegExp): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let matches = known.get(name);
    if (matches === undefined) {
      matches = pattern.test(name);
      if (known.size < NAMES_MAX) known.set(name, matches);
    }
    return matches;
  };
}

function loggable(value: unknown, isSecret: (name: string) => boolean, depth: number): unknown {
  if (typeof value === 'string') return withoutCredentials(value);
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
  if (value instanceof Error) return describeError(value);
  if (depth >= DEPTH_MAX) return '[deeper]';
  if (Array.isArray(value))
    return value.slice(0, LIST_MAX).map((item) => loggable(item, isSecret, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `[${value.constructor?.name ?? 'object'}]`;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    kept[key] = isSecret(key) ? HIDDEN : loggable(inner, isSecret, depth + 1);
  }
  return kept;
}
