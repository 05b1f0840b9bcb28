export { type Decision, limitHeaders, refusalOf } from './decision.ts';
export { type Limiter, openLimiter } from './limiter.ts';
export {
  type Budget,
  defineBudget,
  defineGuard,
  type Guard,
  type Policy,
  parseQuota,
  type Quota,
} from './policy.ts';
export { countLimits, forgetExpired } from './queries.ts';
export { networkOf } from './subject.ts';
