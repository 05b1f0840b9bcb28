export { AccountsPage as default, generateMetadata } from '../../../../features/staff/accounts-page.tsx';
