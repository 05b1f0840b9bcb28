import type { JobHistory } from '@seaworthy/platform/jobs';
import { answerTo, requestMail } from '@seaworthy/platform/mail';
import { withCatalogue } from './catalogue-database.ts';
import { type Command, UsageError } from './command.ts';
import { followJob, interrupted, printLine } from './follow-job.ts';

/** A trial that nobody sent by then is of no interest any more. */
const USEFUL_FOR_S = 3_600;

/** Has a trial sent by the workers, with their settings, as every mail is, and tells what became of it. */
export const mailTestCommand: Command = ({ location, args: [recipient = '', ...more] }) => {
  if (!/^[^\s@]+@[^\s@]+$/.test(recipient) || more.length > 0)
    throw new UsageError('"mail test" needs one address.');
  return withCatalogue(location, async ({ db }) => {
    const trial = { kind: 'trial', recipient, language: 'en', facts: {}, usefulForS: USEFUL_FOR_S };
    const { mailId, jobId } = await requestMail(db, trial);
    printLine(`Job ${jobId} sends it. Ctrl-C ends the looking, not the sending.`);
    return outcomeOf(await followJob(db, jobId, printLine, interrupted()), await answerTo(db, mailId));
  });
};

function outcomeOf({ id, state, failures }: JobHistory, answer: string | undefined): string {
  if (answer === 'captured') return 'No mail server is set: the mail was captured and is shown at /dev/mail.';
  if (answer !== undefined) return `The mail server took it: ${answer}`;
  const cause = failures.at(-1)?.error;
  const why = cause === undefined ? 'No worker has taken it yet.' : cause;
  return state === 'dead' ? why : `${why} It goes on: npm run kitsu -- jobs show ${id} --follow`;
}
