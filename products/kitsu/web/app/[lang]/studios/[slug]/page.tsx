export { generateMetadata, StudioPage as default } from '../../../../features/studios/studio-page.tsx';
