export { AuditPage as default, generateMetadata } from '../../../../features/staff/audit-page.tsx';
