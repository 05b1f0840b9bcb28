export { createFrontDoor, type FrontDoor, type FrontDoorOptions } from './front-door.ts';
export type { CanonicalRequest } from './page-cache/capture-response.ts';
export type { PageCacheOptions } from './page-cache/page-cache.ts';
export type { RenderContext, RenderPage } from './render-page.ts';
export { openRenderThreads } from './render-threads/open-render-threads.ts';
export {
  serveRenderings,
  type ThreadContext,
  type ThreadRenderer,
} from './render-threads/serve-renderings.ts';
