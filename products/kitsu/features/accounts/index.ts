export { viewAccount } from './get-own-account.ts';
export { kitsuRoles } from './permissions.ts';
export { requestMail } from './request-mail.ts';
