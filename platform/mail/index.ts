export { capturedMailRoutes } from './captured-routes.ts';
export type { MailBrand, MailContent, MailPart } from './content.ts';
export { type MailDeps, type MailToCompose, mailJobs } from './jobs.ts';
export { answerTo, deleteOldMails } from './queries.ts';
export { requestMail } from './request-mail.ts';
export { mailSettings, openCarrier } from './settings.ts';
