export { KITSU_ACTIONS } from './actions.ts';
export { idNamed } from './named-account.ts';
