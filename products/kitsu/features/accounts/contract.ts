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

export const confirmedAddress = z.object({ email: z.string() }).meta({ id: 'ConfirmedAddress' });
export const noContent = z.null();

export const profileChange = z.object({
  displayName: displayName.optional(),
  language: language.optional(),
});
export const emailChange = z.object({ email, password: enteredPassword });
export const passwordChange = z.object({ currentPassword: enteredPassword, newPassword });
export const resetWish = z.object({ email, language: language.default('en') });
export const resetCompletion = z.object({ token: linkToken, password: newPassword });
export const deletionWish = z.object({ password: enteredPassword });
export const deletionDue = z.object({ dueAt: z.string() }).meta({ id: 'DeletionDue' });

/** Everything that is kept of an account, for its owner to take along. */
export const accountExport = z
  .object({ exportedAt: z.string(), identity: z.record(z.string(), z.unknown()) })
  .meta({ id: 'AccountExport' });

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
export type ProfileChange = z.infer<typeof profileChange>;
export type OwnAccount = z.infer<typeof ownAccount>;
