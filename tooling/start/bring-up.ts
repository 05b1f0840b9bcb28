import { checkBudgets } from './budget.ts';
import { type StartContext, throwIfGivenUp, together } from './context.ts';
import { prepareDatabase, startEmbedded } from './database.ts';
import { processCounts, type StartOptions } from './options.ts';
import { type Serving, serveProduct } from './product-processes.ts';
import { ensureSecrets } from './secrets.ts';
import { buildSite } from './site-build.ts';

/**
 * Brings the products up: databases and sites are prepared side by side, then the processes start. What was started
 * is registered with the context, also when this rejects. What is lost later fails the start through the context.
 */
export async function bringUp(context: StartContext, options: StartOptions): Promise<void> {
  const prepared = new Map<string, Serving>();
  const prepareData = async (): Promise<void> => {
    const embedded = await startEmbedded(context, options.products);
    // One after the other: the embedded server keeps the roles' passwords in one file.
    for (const product of options.products) {
      throwIfGivenUp(context);
      const database = await prepareDatabase(context, product, embedded);
      const secrets = await ensureSecrets(context.settings.dataDir, product, context.env);
      prepared.set(product.name, { ...processCounts(product, options), product, database, secrets });
    }
    await checkBudgets(context, [...prepared.values()]);
  };
  const buildSites = async (): Promise<void> => {
    // One after the other: a build takes all cores there are.
    for (const product of options.products) await buildSite(context, product);
  };
  await together(context, [prepareData(), buildSites()]);
  throwIfGivenUp(context);
  await together(
    context,
    [...prepared.values()].map((serving) => serveProduct(context, serving)),
  );
}
