const COLOURS: Readonly<Record<string, string>> = {
  trace: '\u001b[90m',
  debug: '\u001b[90m',
  info: '\u001b[36m',
  warn: '\u001b[33m',
  error: '\u001b[31m',
  fatal: '\u001b[31m',
};
const RESET = '\u001b[0m';
const SHOWN_ELSEWHERE = new Set(['time', 'level', 'service', 'pid', 'msg', 'err']);

/**
 * Turns one JSON log line into one line for a person at a terminal: `12:00:01 warn  kitsu-api message name=value`.
 * Control characters are escaped, so that nothing logged can move the cursor or fake a further line. An error's stack
 * follows indented. A line that is not JSON is passed on escaped.
 */
export function formatForTerminal(line: string): string {
  const entry = parse(line);
  if (!entry) return `${escapeControls(line.trimEnd())}\n`;
  const level = String(entry.level ?? 'info');
  const time = String(entry.time ?? '').slice(11, 19);
  const extra = Object.keys(entry)
    .filter((name) => !SHOWN_ELSEWHERE.has(name))
    .map((name) => ` ${name}=${escapeControls(shown(entry[name]))}`)
    .join('');
  const head = `${time} ${COLOURS[level] ?? ''}${level.padEnd(5)}${RESET} ${escapeControls(String(entry.service ?? ''))}`;
  return `${head} ${escapeControls(String(entry.msg ?? ''))}${extra}${errorLines(entry.err)}\n`;
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function errorLines(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { stack, message, cause } = error as { stack?: unknown; message?: unknown; cause?: unknown };
  const text = typeof stack === 'string' ? stack : String(message ?? '');
  const own = text
    .split('\n')
    .map((part) => `\n    ${escapeControls(part)}`)
    .join('');
  const because = errorLines(cause);
  return because ? `${own}\n  caused by${because}` : own;
}

function escapeControls(text: string): string {
  return text.replace(
    /\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
