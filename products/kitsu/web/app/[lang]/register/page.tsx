export { generateMetadata, RegisterPage as default } from '../../../features/entry/register-page.tsx';
