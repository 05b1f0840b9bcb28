import { readSettings } from '@seaworthy/platform/config';
import { runProcess } from '@seaworthy/platform/process';
import { createLogger, createMetrics, serveMetrics } from '@seaworthy/platform/telemetry';
import { createFrontDoor, openRenderThreads } from '@seaworthy/platform/web';
import { canonicalRequest } from './server/canonical-request.ts';
import type { RenderThreadData } from './server/render-thread.ts';
import { SITE_FILES } from './server/site-files.ts';
import { webSettings } from './settings.ts';

const BYTES_PER_MB = 1_000_000;

runProcess({
  name: 'kitsu-web',
  async start(life) {
    const settings = readSettings(webSettings);
    const service = `kitsu-web-${settings.port}`;
    const logger = createLogger({ service });
    life.reportTo(logger);
    const publicOrigin = settings.publicOrigin ?? `http://localhost:${settings.port}`;
    const pages = await openRenderThreads({
      program: new URL('./server/render-thread.ts', import.meta.url),
      data: { publicOrigin } satisfies RenderThreadData,
      count: settings.renderThreads,
    });
    life.onShutdown('pages', () => pages.close());
    const metrics = createMetrics({ service });
    if (settings.metricsPort !== undefined) {
      const listener = await serveMetrics(metrics, { host: '127.0.0.1', port: settings.metricsPort });
      life.onShutdown('metrics', () => listener.close());
    }
    const frontDoor = await createFrontDoor({
      logger,
      metrics,
      trustProxy: settings.trustedProxies,
      hsts: publicOrigin.startsWith('https:'),
      host: settings.host,
      port: settings.port,
      apiOrigins: settings.apiUrls,
      renderPage: pages.renderPage,
      staticFiles: SITE_FILES,
      pageCache: { maxBytes: settings.pageCacheMaxMb * BYTES_PER_MB, canonical: canonicalRequest },
    });
    life.onShutdown('front door', () => frontDoor.close());
    const { origin } = await frontDoor.listen();
    logger.info({ origin }, 'listening');
  },
});
