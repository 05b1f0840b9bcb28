/** What of a process's output is worth a line on the terminal. */
export interface ShownLine {
  readonly level: 'warn' | 'error';
  readonly text: string;
}

const SHOWN = new Map<unknown, ShownLine['level']>([
  ['warn', 'warn'],
  ['error', 'error'],
  ['fatal', 'error'],
]);
const MAX_CHARS = 300;

/**
 * Picks warnings and errors out of JSON log lines, as one line each. What is not JSON comes from outside our logger
 * (Node itself, a crash): on stderr it is shown, on stdout it is not.
 */
export function shownLine(line: string, stream: 'stdout' | 'stderr'): ShownLine | undefined {
  const entry = parse(line);
  if (entry === undefined) {
    const text = printable(line);
    return stream === 'stderr' && text !== '' ? { level: 'warn', text } : undefined;
  }
  const level = SHOWN.get(entry.level);
  return level === undefined ? undefined : { level, text: printable(messageOf(entry)) };
}

/** The words of a log line for a person who looks for the reason of a crash: the message rather than the JSON. */
export function readableLine(line: string): string {
  const entry = parse(line);
  return entry === undefined ? printable(line) : printable(messageOf(entry));
}

function messageOf(entry: Readonly<Record<string, unknown>>): string {
  const message = typeof entry.msg === 'string' ? entry.msg : '';
  const cause =
    typeof entry.err === 'object' && entry.err !== null && 'message' in entry.err ? entry.err.message : '';
  return typeof cause === 'string' && cause !== '' && !message.includes(cause)
    ? `${message} (${cause})`
    : message;
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Without control characters, so that nothing logged can move the cursor. */
function printable(text: string): string {
  const clean = text.replace(/\p{Cc}+/gu, ' ').trim();
  return clean.length > MAX_CHARS ? `${clean.slice(0, MAX_CHARS)}…` : clean;
}
