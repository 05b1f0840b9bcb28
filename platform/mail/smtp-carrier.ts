import { createTransport } from 'nodemailer';
import { PermanentFailure } from '../jobs/index.ts';
import type { Carrier } from './carrier.ts';
import type { Letter } from './content.ts';

/** How connections to the mail server are encrypted: from their first byte, by STARTTLS or not at all, or not. */
export type SmtpTls = 'tls' | 'starttls' | 'none';

/** A mail server that takes letters over. */
export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: SmtpTls;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** A server that says nothing for so long while it takes a mail will not. Default 20000. */
  readonly silenceMaxMs?: number;
}

/** One worker's. The bound on mails that are on their way at once holds over all workers and is the queue's. */
const CONNECTIONS_MAX = 2;
/** Below the few minutes after which servers hang up: a connection that the server just closed costs an attempt. */
const IDLE_MS = 30_000;
const CONNECT_WITHIN_MS = 10_000;
const SILENCE_MAX_MS = 20_000;
const ANSWER_MAX = 500;

/** Sends by SMTP over a few connections that are kept open. */
export function smtpCarrier(options: SmtpOptions): Carrier {
  const { host, port, tls, user, password, silenceMaxMs = SILENCE_MAX_MS } = options;
  const transport = createTransport({
    pool: true,
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    maxConnections: CONNECTIONS_MAX,
    // Attempts are the job's to count, with pauses that outlast a restart of the server.
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    dnsTimeout: CONNECT_WITHIN_MS,
    socketTimeout: silenceMaxMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async carry(_mailId, letter, signal) {
      try {
        const { response } = await transport.sendMail({ ...messageOf(letter), signal });
        return { answer: withoutAddress(response ?? 'taken', letter.to) };
      } catch (error) {
        throw explained(error, letter.to);
      }
    },
    close: async () => transport.close({ force: true }),
  };
}

function messageOf({ messageId, from, to, subject, html, text }: Letter) {
  return {
    messageId,
    from: { name: from.name, address: from.address },
    // As an object, so that nothing in it is read as a second address.
    to: { name: '', address: to },
    envelope: { from: from.address, to: [{ name: '', address: to }] },
    subject,
    text,
    html,
    // RFC 3834, and the same in Exchange's words: no absence notice answers a machine.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/** What nodemailer adds to an error. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** Said of this letter; what is said of the connection, the log-in or the sender concerns every letter and may be mended. */
const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA']);

/** Without its cause, which names the recipient. */
function explained(error: unknown, recipient: string): Error {
  const { responseCode, command = '', code = 'unknown', message = '' } = error as Partial<SmtpError>;
  const text = withoutAddress(message, recipient);
  const isFinal = responseCode !== undefined && responseCode >= 500 && ABOUT_THE_LETTER.has(command);
  return isFinal
    ? new PermanentFailure(`The mail server refuses this mail: ${text}`)
    : new Error(`The mail was not taken yet (${code}): ${text}`);
}

/** Addresses stay out of logs and of the list of jobs. */
function withoutAddress(text: string, address: string): string {
  return text.replaceAll(address, 'the recipient').slice(0, ANSWER_MAX);
}
