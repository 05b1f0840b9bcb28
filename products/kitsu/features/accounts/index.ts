export { DEMO_DOMAIN, isDemoAddress } from './demo-addresses.ts';
export { viewAccount } from './get-own-account.ts';
export { KITSU_WORDS } from './known-words.ts';
export { kitsuRoles } from './permissions.ts';
