export { CataloguePage as default, generateMetadata } from '../../../features/catalogue/catalogue-page.tsx';
