export { KITSU_ACTIONS } from './actions.ts';
