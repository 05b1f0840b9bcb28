import { createLogger, createMetrics } from '../telemetry/index.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts';
import type { Route } from './route.ts';

/** A server for a test with the lines it logs; `close` ends it. */
export type TestServer = {
  server: HttpServer;
  app: HttpServer['app'];
  lines: string[];
  metrics: () => Promise<string>;
};

/** Builds a server as the products do, with everything logged into `lines`. */
export async function testServer(
  routes: readonly Route[],
  options: Partial<HttpServerOptions> = {},
): Promise<TestServer> {
  const lines: string[] = [];
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  const server = await createHttpServer({
    version: 'test',
    logger: createLogger({
      service: 'test',
      level: 'trace',
      destination: { write: (line) => void lines.push(line) },
    }),
    metrics,
    routes,
    checks: [],
    ...options,
  });
  return { server, app: server.app, lines, metrics: async () => (await metrics.text()).body };
}
