export {
  FranchisePage as default,
  generateMetadata,
} from '../../../../features/franchises/franchise-page.tsx';
