export { generateMetadata, LogInPage as default } from '../../../features/entry/log-in-page.tsx';
