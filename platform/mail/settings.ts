import { z } from 'zod';
import { SettingsError, type SettingValues, setting } from '../config/index.ts';
import { capturedCarrier } from './captured-carrier.ts';
import type { Carrier } from './carrier.ts';
import type { MailAddress } from './content.ts';
import { smtpCarrier } from './smtp-carrier.ts';

const SENDER = /^(?:(?<name>[^<>\r\n]*?) *<(?<bracketed>[^<>@\s]+@[^<>@\s]+)>|(?<bare>[^<>@\s]+@[^<>@\s]+))$/;

/** Declares how a product sends mail; `prefix` stands in front of each variable, such as `KITSU`. */
export function mailSettings(prefix: string) {
  return {
    smtpHost: setting({
      variable: `${prefix}_SMTP_HOST`,
      schema: z.string().min(1).optional(),
      description:
        'Mail server that takes mails over. Without one mails are captured and shown at `/dev/mail`.',
      example: 'smtp.example.org',
      production: 'required',
    }),
    smtpPort: setting({
      variable: `${prefix}_SMTP_PORT`,
      schema: z.coerce.number().int().min(1).max(65_535),
      description: 'Its port: mostly 587 with `starttls`, 465 with `tls`.',
      example: '465',
      default: '587',
    }),
    smtpTls: setting({
      variable: `${prefix}_SMTP_TLS`,
      schema: z.enum(['starttls', 'tls', 'none']),
      description:
        'How the connection is encrypted: `starttls` and `tls` take nothing less; `none` is for a server on the same machine or a private network, and without a password.',
      example: 'tls',
      default: 'starttls',
    }),
    smtpUser: setting({
      variable: `${prefix}_SMTP_USER`,
      schema: z.string().min(1).optional(),
      description: 'Name to log in to the mail server with, where it asks for one.',
      example: 'kitsu',
    }),
    smtpPassword: setting({
      variable: `${prefix}_SMTP_PASSWORD`,
      schema: z.string().min(1).optional(),
      description: 'The password that goes with it.',
      example: '<password>',
      secret: true,
    }),
    mailFrom: setting<MailAddress>({
      variable: `${prefix}_MAIL_FROM`,
      schema: z.string().transform((text, context) => {
        const { name = '', bracketed, bare } = SENDER.exec(text.trim())?.groups ?? {};
        const address = bracketed ?? bare;
        if (address !== undefined) return { name, address };
        context.addIssue({ code: 'custom', message: 'is no address, such as Name <name@example.org>' });
        return z.NEVER;
      }),
      description: 'Sender of mails. Its domain should allow the mail server to send for it (SPF, DKIM).',
      example: 'Kitsu <no-reply@kitsu.example.org>',
      production: 'required',
      developmentDefault: 'Try-out <no-reply@localhost.localdomain>',
    }),
  };
}

type MailSettings = Omit<SettingValues<ReturnType<typeof mailSettings>>, 'mailFrom'>;

/**
 * What takes mails to their readers: the mail server that the settings name, or else the table of captured mails.
 *
 * @throws SettingsError for a password that would cross the network in clear, or half of a log-in.
 */
export function openCarrier(prefix: string, settings: MailSettings): Carrier {
  const { smtpHost: host, smtpPort: port, smtpTls: tls, smtpUser: user, smtpPassword: password } = settings;
  if (host === undefined) return capturedCarrier();
  const refuse = (name: string, problem: string, example: string) => {
    throw new SettingsError([{ variable: `${prefix}_SMTP_${name}`, problem, example }]);
  };
  if (user !== undefined && tls === 'none')
    refuse('TLS', 'is none, and a password would cross the network in clear', 'starttls');
  if (user !== undefined && password === undefined)
    refuse('PASSWORD', 'is not set, although a user is', '<password>');
  if (user === undefined && password !== undefined)
    refuse('USER', 'is not set, although a password is', 'kitsu');
  return smtpCarrier({ host, port, tls, user, password });
}
