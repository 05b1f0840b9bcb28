export {
  ForgotPasswordPage as default,
  generateMetadata,
} from '../../../features/entry/forgot-password-page.tsx';
