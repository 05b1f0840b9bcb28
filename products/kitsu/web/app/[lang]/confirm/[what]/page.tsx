export { ConfirmPage as default, generateMetadata } from '../../../../features/entry/confirm-page.tsx';
