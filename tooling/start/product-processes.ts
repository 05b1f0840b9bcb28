import { type StartContext, together, untilGivenUp } from './context.ts';
import type { ProductDatabase } from './database.ts';
import type { Product } from './manifest.ts';
import type { ProcessCounts } from './options.ts';
import { LOOPBACK } from './ports.ts';
import { type Service, startService } from './service.ts';
import { settingsOf } from './settings.ts';

const READY_PATH = '/health/ready';

/** A product that is to be served, and with what. */
export interface Serving extends ProcessCounts {
  readonly product: Product;
  readonly database: ProductDatabase;
  /** Added to the environment of the processes that keep secrets. */
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Starts the workers, the API processes and the site of a product side by side, and waits until all of them serve. They
 * end when the start ends: the site first, so that nobody is let in who cannot be answered.
 */
export async function serveProduct(context: StartContext, serving: Serving): Promise<void> {
  const { title } = serving.product;
  await together(context, [
    ...(serving.workers === 0
      ? []
      : [startGroup(context, `${title} workers`, workerServices(context, serving))]),
    startGroup(context, `${title} API`, apiServices(context, serving)),
    startGroup(context, `${title} site`, [siteService(context, serving)]),
  ]);
}

function apiServices(context: StartContext, { product, database, secrets, processes }: Serving): Service[] {
  const settings = settingsOf(context.settings, product);
  const env = { ...secrets, [product.database.variable]: database.appUrl };
  return Array.from({ length: processes }, (_, index) => {
    const port = settings.apiPort + index;
    return {
      name: `${product.name}-api-${index}`,
      entry: product.entries.api,
      env: { ...env, [product.ports.api.variable]: String(port) },
      readyUrls: [`http://${LOOPBACK}:${port}${READY_PATH}`],
    };
  });
}

function workerServices(context: StartContext, { product, database, secrets, workers }: Serving): Service[] {
  const settings = settingsOf(context.settings, product);
  const { worker } = product;
  if (worker === undefined) return [];
  const env = {
    // Mails lead back to the site.
    [worker.originVariable]: context.env[worker.originVariable] ?? `http://localhost:${settings.webPort}`,
    ...secrets,
    [product.database.variable]: database.appUrl,
  };
  return Array.from({ length: workers }, (_, index) => {
    const port = (settings.worker?.port ?? worker.port.default) + index;
    return {
      name: `${product.name}-worker-${index}`,
      entry: worker.entry,
      env: { ...env, [worker.port.variable]: String(port) },
      readyUrls: [`http://${LOOPBACK}:${port}${READY_PATH}`],
    };
  });
}

function siteService(context: StartContext, { product, processes }: Serving): Service {
  const settings = settingsOf(context.settings, product);
  const apiUrls = Array.from(
    { length: processes },
    (_, index) => `http://${LOOPBACK}:${settings.apiPort + index}`,
  );
  const site = `http://${LOOPBACK}:${settings.webPort}`;
  return {
    name: `${product.name}-web`,
    entry: product.entries.web,
    env: {
      [product.ports.web.variable]: String(settings.webPort),
      [product.apiUrlsVariable]: apiUrls.join(','),
    },
    // Its readiness is that of the API behind it. Then its first page, which takes longer than all that follow.
    readyUrls: [site + READY_PATH, `${site}/`],
  };
}

async function startGroup(context: StartContext, title: string, services: readonly Service[]): Promise<void> {
  const step = context.display.step(title);
  step.doing(services.length === 1 ? 'starting' : `starting ${services.length} processes`);
  const group = services.map((service) => startService(context, service));
  context.onEnd(async () => {
    const clean = await Promise.all(group.map((one) => one.stop()));
    return clean.every((one) => one);
  });
  let ready = 0;
  const each = group.map(async (one) => {
    await one.ready;
    ready += 1;
    if (services.length > 1) step.progress(ready, services.length);
  });
  try {
    await Promise.race([Promise.all(each), untilGivenUp(context)]);
    step.done(services.length === 1 ? 'serves' : `${services.length} processes serve`);
  } catch (error) {
    step.failed(error);
    throw error;
  }
}
