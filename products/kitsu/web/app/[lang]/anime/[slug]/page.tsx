export { generateMetadata, TitlePage as default } from '../../../../features/title-page/title-page.tsx';
