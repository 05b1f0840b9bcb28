export { kitsuBrand } from './brand.ts';
export { composeAccountMail } from './compose-account-mail.ts';
export { requestAccountMail } from './request-account-mail.ts';
