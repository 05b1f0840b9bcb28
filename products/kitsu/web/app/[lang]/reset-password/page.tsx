export {
  generateMetadata,
  ResetPasswordPage as default,
} from '../../../features/entry/reset-password-page.tsx';
