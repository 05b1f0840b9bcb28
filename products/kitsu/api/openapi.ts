import { openApiDocument } from '@seaworthy/platform/http';
import { openDatabase } from '@seaworthy/platform/postgres';
import { KITSU_API } from './app.ts';
import { kitsuRoutes } from './routes.ts';

/** The OpenAPI document of Kitsu's API, made from the routes themselves; nothing listens and nothing is connected. */
export async function openApi(): Promise<Record<string, unknown>> {
  const unconnected = openDatabase<unknown>({
    url: 'postgres://unconnected',
    applicationName: 'kitsu-openapi',
  });
  const cache = {
    body: () => Promise.reject(new Error('Describing an operation does not run it.')),
    close: () => Promise.resolve(),
  };
  return openApiDocument({ ...KITSU_API, routes: kitsuRoutes({ db: unconnected.db, cache }) });
}
