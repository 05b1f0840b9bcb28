export { STAFF_JOBS } from './audiences.ts';
