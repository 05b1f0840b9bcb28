import type { IncomingMessage, ServerResponse } from 'node:http';
import { readSettings } from '@seaworthy/platform/config';
import { runProcess } from '@seaworthy/platform/process';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { createFrontDoor } from '@seaworthy/platform/web';
import { createPageRenderer } from './server/page-renderer.ts';
import { webSettings } from './settings.ts';

runProcess({
  name: 'kitsu-web',
  async start(life) {
    const settings = readSettings(webSettings);
    const service = `kitsu-web-${settings.port}`;
    const logger = createLogger({ service });
    life.reportTo(logger);
    const publicOrigin = settings.publicOrigin ?? `http://localhost:${settings.port}`;
    const pages = await createPageRenderer({ apiOrigins: settings.apiUrls, publicOrigin });
    life.onShutdown('pages', () => pages.close());
    const frontDoor = await createFrontDoor({
      logger,
      metrics: createMetrics({ service }),
      trustProxy: settings.trustedProxies,
      hsts: publicOrigin.startsWith('https:'),
      host: settings.host,
      port: settings.port,
      apiOrigins: settings.apiUrls,
      renderPage: (request: IncomingMessage, response: ServerResponse) => pages.render(request, response),
    });
    life.onShutdown('front door', () => frontDoor.close());
    const { origin } = await frontDoor.listen();
    logger.info({ origin }, 'listening');
  },
});
