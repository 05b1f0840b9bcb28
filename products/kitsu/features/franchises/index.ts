export { assignFranchises } from './assign-franchises.ts';
