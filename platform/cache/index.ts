export type { Cache, CachedBody } from './cached-body.ts';
export { invalidate } from './invalidate.ts';
