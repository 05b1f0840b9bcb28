export { DataPage as default, generateMetadata } from '../../../../features/account/data-page.tsx';
