import type { MailContent, MailPart, MailToCompose } from '@seaworthy/platform/mail';
import { z } from 'zod';
import { ENGLISH } from './english.ts';
import { type LinkDeps, linkOf } from './links.ts';
import type { AccountMailKind, MailWords } from './mail-words.ts';
import { RUSSIAN } from './russian.ts';

const MINUTE_S = 60;
const HOUR_S = 3_600;

/** What stands beside the words; other facts a mail was asked for with are of no use here. */
const factsSchema = z.object({
  challengeId: z.string().optional(),
  linkLifetimeS: z.number().optional(),
  device: z.object({ name: z.string(), address: z.string() }).optional(),
  dueAt: z.iso.datetime().optional(),
});

/** Puts a mail about an account into words. Undefined for a mail of another kind. */
export function composeAccountMail(deps: LinkDeps, mail: MailToCompose): MailContent | undefined {
  const language = mail.language === 'ru' ? 'ru' : 'en';
  const words = language === 'ru' ? RUSSIAN : ENGLISH;
  const facts = factsSchema.parse(mail.facts);
  const lifetime = inWords(language, facts.linkLifetimeS ?? 0);
  const mails = words.mails({ lifetime, host: new URL(deps.origin).host });
  if (!Object.hasOwn(mails, mail.kind)) return undefined;
  const kind = mail.kind as AccountMailKind;
  const { subject, preheader, heading, before, action, after, reason } = mails[kind];
  const url = linkOf(deps, { kind, language, challengeId: facts.challengeId });
  const parts: MailPart[] = [{ kind: 'text', text: before }];
  const rows = rowsOf(words, language, facts, mail.requested_at);
  if (rows.length > 0) parts.push({ kind: 'facts', rows });
  if (action !== undefined && url !== undefined) parts.push({ kind: 'action', label: action, url });
  parts.push({ kind: 'text', text: after });
  return { language, subject, preheader, heading, parts, fallback: words.fallback, reason };
}

function rowsOf(
  words: MailWords,
  language: string,
  { device, dueAt }: z.output<typeof factsSchema>,
  at: Date,
): readonly { readonly label: string; readonly value: string }[] {
  if (dueAt !== undefined) return [{ label: words.deletion, value: moment(language, new Date(dueAt)) }];
  if (device === undefined) return [];
  return [
    { label: words.device, value: device.name },
    { label: words.address, value: device.address },
    { label: words.time, value: moment(language, at) },
  ];
}

function moment(language: string, at: Date): string {
  return `${at.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
}

function inWords(language: string, seconds: number): string {
  const [count, unit] = seconds < HOUR_S ? [seconds / MINUTE_S, 'minute'] : [seconds / HOUR_S, 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(count),
  );
}
