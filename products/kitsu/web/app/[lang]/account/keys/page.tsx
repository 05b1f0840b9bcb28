export { generateMetadata, KeysPage as default } from '../../../../features/account/keys-page.tsx';
