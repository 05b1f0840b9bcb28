import { type DestinationStream, type Logger, pino } from 'pino';
import { standardOutput } from './block-writer.ts';
import { describeError } from './describe-error.ts';
import { loggableFields } from './log-fields.ts';
import { formatForTerminal } from './terminal-format.ts';

export type { Logger } from 'pino';

/** How much is written; each level includes the ones after it. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** What `createLogger` needs to know. */
export type LoggerOptions = {
  /** Names the process in every line, for example `kitsu-api`. */
  service: string;
  /** Default `info`. */
  level?: LogLevel;
  /** One coloured line for a person instead of JSON; for terminals in demo mode only. Default false. */
  pretty?: boolean;
  /** Where lines go; default standard output. Tests pass their own. */
  destination?: { write(line: string): void };
};

/**
 * A logger that writes one JSON object a line: UTC ISO `time`, `level` as a word, `service`, `pid`, `msg`, fields.
 * Fields go through an allow-list (see `loggableFields`), errors under `err` are reduced to type, message, code, stack and
 * causes. A newline in a value is escaped by JSON, so one call is always one line.
 */
export function createLogger(options: LoggerOptions): Logger {
  const out = options.destination ?? (options.level === 'silent' ? NOWHERE : standardOutput());
  const destination: DestinationStream = options.pretty
    ? { write: (line: string) => out.write(formatForTerminal(line)) }
    : out;
  return pino(
    {
      level: options.level ?? 'info',
      base: { service: options.service, pid: process.pid },
      timestamp: isoTimestamp(),
      formatters: { level: (label) => ({ level: label }), log: loggableFields() },
      serializers: { err: describeError },
    },
    destination,
  );
}

const NOWHERE: DestinationStream = { write: () => undefined };

/** The time as pino wants it, written once per millisecond however many lines share it. */
function isoTimestamp(): () => string {
  let lastMs = 0;
  let text = '';
  return () => {
    const nowMs = Date.now();
    if (nowMs !== lastMs) {
      lastMs = nowMs;
      text = `,"time":"${new Date(nowMs).toISOString()}"`;
    }
    return text;
  };
}
