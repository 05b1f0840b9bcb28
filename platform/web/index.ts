export { createFrontDoor, type FrontDoor, type FrontDoorOptions } from './front-door.ts';
export type { CanonicalRequest } from './page-cache/capture-response.ts';
export type { PageCacheOptions } from './page-cache/page-cache.ts';
export type { RenderContext, RenderPage } from './render-page.ts';
