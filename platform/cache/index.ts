export type { Cache, CachedBody, ChangeNews, Freshness } from './cached-body.ts';
export { entityTag } from './entity-tag.ts';
export { invalidate } from './invalidate.ts';
export { type CacheOptions, openCache } from './open-cache.ts';
