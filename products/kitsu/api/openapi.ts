import { openApiDocument } from '@seaworthy/platform/http';
import { sessionCookies } from '@seaworthy/platform/identity';
import { KITSU_API } from './app.ts';
import { unconnectedRoutes } from './unconnected-routes.ts';

/** The OpenAPI document of Kitsu's API, made from the routes themselves; nothing listens and nothing is connected. */
export async function openApi(): Promise<Record<string, unknown>> {
  const sessionCookie = sessionCookies({ secure: true }).session.name;
  return openApiDocument({ ...KITSU_API, routes: unconnectedRoutes(), sessionCookie });
}
