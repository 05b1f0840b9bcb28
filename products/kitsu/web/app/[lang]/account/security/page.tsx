export { generateMetadata, SecurityPage as default } from '../../../../features/account/security-page.tsx';
