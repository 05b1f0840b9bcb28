export { generateMetadata, StudiosPage as default } from '../../../features/studios/studios-page.tsx';
