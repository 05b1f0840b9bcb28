import type { Cache } from '@seaworthy/platform/cache';
import type { EventHub } from '@seaworthy/platform/events';
import type { Route } from '@seaworthy/platform/http';
import type { IdentityDeps, SessionCookies } from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';
import { accountRoutes } from '../features/accounts/routes.ts';
import { apiKeyRoutes } from '../features/api-keys/routes.ts';
import { auditTrailRoutes } from '../features/audit-trail/routes.ts';
import { catalogueFactsRoutes } from '../features/catalogue-facts/routes.ts';
import { eventRoutes } from '../features/events/routes.ts';
import { feedRoutes } from '../features/feeds/routes.ts';
import { franchiseRoutes } from '../features/franchises/routes.ts';
import { genreRoutes } from '../features/genres/routes.ts';
import { rememberPosters } from '../features/posters/index.ts';
import { posterRoutes } from '../features/posters/routes.ts';
import type { TitleIndex } from '../features/search/index.ts';
import { searchRoutes } from '../features/search/routes.ts';
import { seasonRoutes } from '../features/seasons/routes.ts';
import { secondFactorRoutes } from '../features/second-factor/routes.ts';
import { sessionRoutes } from '../features/sessions/routes.ts';
import { createPicturePress } from '../features/share-pictures/index.ts';
import { sharePictureRoutes } from '../features/share-pictures/routes.ts';
import { similarTitleRoutes } from '../features/similar-titles/routes.ts';
import { sitemapRoutes } from '../features/sitemap/routes.ts';
import { staffAccountRoutes } from '../features/staff-accounts/routes.ts';
import { studioRoutes } from '../features/studios/routes.ts';
import { titleRoutes } from '../features/titles/routes.ts';
import type { KitsuLimits } from './limits.ts';

/** About 3 MB at most. */
const POSTERS_KEPT_MAX = 10_000;

/** Every operation of Kitsu's API. */
export function kitsuRoutes(deps: {
  db: Db<unknown>;
  cache: Cache;
  index?: TitleIndex | undefined;
  identity: IdentityDeps;
  cookies: SessionCookies;
  events: EventHub;
  limits: KitsuLimits;
}): Route[] {
  const reads = { ...deps, posterOf: rememberPosters(POSTERS_KEPT_MAX) };
  return [
    ...titleRoutes(reads),
    ...similarTitleRoutes(reads),
    ...searchRoutes(reads),
    ...genreRoutes(deps),
    ...studioRoutes(deps),
    ...seasonRoutes(deps),
    ...franchiseRoutes(reads),
    ...catalogueFactsRoutes(deps),
    ...feedRoutes(reads),
    ...sitemapRoutes(deps),
    ...posterRoutes(deps),
    ...sharePictureRoutes({ ...deps, press: createPicturePress() }),
    ...sessionRoutes(deps),
    ...accountRoutes(deps),
    ...secondFactorRoutes(deps),
    ...apiKeyRoutes(deps),
    ...staffAccountRoutes(deps),
    ...auditTrailRoutes(deps),
    ...eventRoutes(deps),
  ];
}
