import { z } from 'zod';

/** The languages that mails are written in. */
export const language = z.enum(['en', 'ru']);

/** Rules of form and the list of common passwords are checked besides; these bounds only keep requests small. */
export const newPassword = z
  .string()
  .min(1)
  .max(256)
  .describe('At least 12 characters, none of the common ones; no other rules.');
export const enteredPassword = z.string().min(1).max(256);
export const email = z.string().min(3).max(254);
export const displayName = z.string().min(1).max(40).describe('How others see the account.');
/** What the link in a mail carries. */
export const linkToken = z.string().min(1).max(200);

export const registration = z.object({
  email,
  password: newPassword,
  displayName,
  language: language.default('en'),
});

export const linkBody = z.object({ token: linkToken });

/** What was asked for goes on by mail. It says nothing about which accounts there are. */
export const mailOnItsWay = z.object({ status: z.literal('mail_on_its_way') }).meta({ id: 'MailOnItsWay' });

export const confirmedRegistration = z.object({ email: z.string() }).meta({ id: 'ConfirmedRegistration' });

/** An account as its owner sees it. */
export const ownAccount = z
  .object({
    id: z.string(),
    email: z.string(),
    displayName: z.string(),
    language,
    roles: z.array(z.string()),
    permissions: z.array(z.string()),
    createdAt: z.string(),
    deletionDueAt: z.string().nullable(),
  })
  .meta({ id: 'OwnAccount' });

export type Language = z.infer<typeof language>;
export type OwnAccount = z.infer<typeof ownAccount>;
