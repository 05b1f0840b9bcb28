export { AccountPage as default, generateMetadata } from '../../../../../features/staff/account-page.tsx';
