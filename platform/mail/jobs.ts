import { type Handler, handle, PermanentFailure } from '../jobs/index.ts';
import type { Db } from '../postgres/index.ts';
import type { Carrier } from './carrier.ts';
import type { Letter, MailAddress, MailBrand, MailContent } from './content.ts';
import { type MessageRow, noteSent, selectMessage } from './queries.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { sendMail } from './tasks.ts';

/** A mail that is to be put into words. */
export type MailToCompose = Pick<MessageRow, 'kind' | 'language' | 'facts' | 'requested_at'>;

/** Puts a mail into words. Undefined for a kind that it does not know. */
export type ComposeMail = (mail: MailToCompose) => MailContent | undefined;

/** What sending needs. */
export interface MailDeps {
  readonly db: Db<unknown>;
  readonly compose: ComposeMail;
  readonly brand: MailBrand;
  readonly from: MailAddress;
  readonly carrier: Carrier;
}

/** What workers do for mails. Words and links are made when a mail is sent: nothing secret is stored before. */
export function mailJobs(deps: MailDeps): Handler[] {
  return [
    handle(sendMail, async ({ signal }, { mailId }) => {
      const mail = await selectMessage(deps.db, mailId);
      if (mail === undefined) throw new PermanentFailure('The mail is not kept any more.');
      if (mail.is_sent) return undefined;
      if (mail.is_too_late) {
        throw new PermanentFailure('The mail could not be sent in time: its link opens nothing any more.');
      }
      const { answer, effect } = await deps.carrier.carry(mailId, letterOf(deps, mail), signal);
      return async (tx) => {
        await noteSent(tx, mailId, answer);
        await effect?.(tx);
      };
    }),
  ];
}

function letterOf({ compose, brand, from }: MailDeps, mail: MessageRow): Letter {
  const content = compose(mail);
  if (content === undefined) throw new PermanentFailure(`Nobody here knows a mail of the kind ${mail.kind}.`);
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    messageId: `<${mail.message_key}@${host}>`,
    from,
    to: mail.recipient,
    subject: content.subject,
    html: renderHtml(content, brand),
    text: renderText(content, brand),
  };
}
