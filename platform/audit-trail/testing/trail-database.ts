import type { Attempt, Handler } from '../../jobs/index.ts';
import { type Db, inTransaction } from '../../postgres/index.ts';
import { testDatabase } from '../../testing/index.ts';
import type { ChainSigner } from '../chain.ts';
import { sealHandler } from '../index.ts';

const NO_ATTEMPT: Attempt = { jobId: 0, number: 1, signal: new AbortController().signal, report: () => {} };

/** A database with a trail and nothing else. */
export function trailDatabase() {
  return testDatabase<unknown>({
    sources: [
      { owner: 'audit-trail', folder: new URL('../migrations/', import.meta.url) },
      { owner: 'jobs', folder: new URL('../../jobs/migrations/', import.meta.url) },
    ],
  });
}

/** Seals once, as a worker does. */
export async function sealOnce(db: Db<unknown>, signer: ChainSigner): Promise<void> {
  const handler: Handler = sealHandler(signer);
  const effect = await handler.run(NO_ATTEMPT, {});
  await inTransaction(db, async (tx) => effect?.(tx));
}
