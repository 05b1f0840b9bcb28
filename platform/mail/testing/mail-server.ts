import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail that a server took over. */
export interface TakenMail {
  readonly sender: string;
  readonly recipients: readonly string[];
  /** As it came: headers, an empty line, the body. */
  readonly source: string;
}

/** A real mail server on loopback, which can be told to misbehave. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const taken: TakenMail[] = [];
  const faults: Fault[] = [];
  let offered = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: (address, _session, answer) => answer(refusal(faults, 'recipient', address.address)),
    onData: (stream, session, answer) => {
      offered += 1;
      void text(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          sender: mailFrom === false ? '' : mailFrom.address,
          recipients: rcptTo.map((one) => one.address),
          source,
        };
        const fault = faults[0]?.at === 'data' ? faults.shift() : undefined;
        if (fault?.kind === 'hang') return;
        if (fault?.kind === 'take and drop') {
          taken.push(mail);
          dropAll(server);
          return;
        }
        if (fault?.kind === 'answer') return answer(fault.error);
        taken.push(mail);
        answer();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    /** Mails taken over, the oldest first. */
    taken,
    /** How often a mail was offered, taken or not. */
    offered: () => offered,
    /** What goes wrong next, one after another. */
    failNext: (...next: readonly Fault[]) => void faults.push(...next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** One thing that goes wrong: an answer with a code, silence after the mail came, or a cut before its answer. */
export type Fault =
  | { readonly at: 'recipient' | 'data'; readonly kind: 'answer'; readonly error: Error }
  | { readonly at: 'data'; readonly kind: 'hang' | 'take and drop' };

/** An answer with this code. */
export function answerWith(at: 'recipient' | 'data', responseCode: number, message: string): Fault {
  return { at, kind: 'answer', error: Object.assign(new Error(message), { responseCode }) };
}

function refusal(faults: Fault[], at: Fault['at'], recipient: string): Error | undefined {
  const [fault] = faults;
  if (fault?.at !== at || fault.kind !== 'answer') return undefined;
  faults.shift();
  fault.error.message = fault.error.message.replace('%', recipient);
  return fault.error;
}

function dropAll(server: SMTPServer): void {
  for (const connection of server.connections) connection._socket.destroy();
}
