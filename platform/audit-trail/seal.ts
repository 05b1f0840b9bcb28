import { z } from 'zod';
import { defineTask, type Effect, enqueue, type Handler, handle } from '../jobs/index.ts';
import type { Db } from '../postgres/index.ts';
import { CHAIN_START, type ChainSigner, linkHash, signHead } from './chain.ts';
import { countUnsealed, insertSeals, selectChainHead, selectUnsealed } from './chain-queries.ts';

const BATCH = 500;
/** A longer transaction would hold up nobody but the next sealing; this bounds what one attempt can lose. */
const BATCHES_MAX = 20;

const sealTask = defineTask({
  name: 'audit.seal',
  payload: z.strictObject({}),
  queue: { name: 'audit', runningMax: 1 },
});

/** Asks for the sealing of what was written since the last time; nothing to seal asks for nothing. */
export async function requestSealing(db: Db<unknown>): Promise<void> {
  if ((await countUnsealed(db)).count > 0) await enqueue(db, sealTask, {}, { key: 'chain' });
}

/** Does the sealing, for a worker. */
export function sealHandler(signer: ChainSigner): Handler {
  return handle(sealTask, async (): Promise<Effect> => (tx) => sealAll(tx, signer));
}

async function sealAll(tx: Db<unknown>, signer: ChainSigner): Promise<void> {
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    if ((await sealBatch(tx, signer)) < BATCH) return;
  }
}

/**
 * Gives the entries that wait their places at the end of the chain. Entries of transactions that are not committed yet
 * are not seen and come later: a place says in which order things were sealed, and none is left out.
 */
async function sealBatch(tx: Db<unknown>, signer: ChainSigner): Promise<number> {
  const waiting = await selectUnsealed(tx, BATCH);
  if (waiting.length === 0) return 0;
  const head = await selectChainHead(tx);
  const firstPosition = (head?.position ?? 0) + 1;
  const hashes: Buffer[] = [];
  let last = head?.hash ?? CHAIN_START;
  for (const [index, { content }] of waiting.entries()) {
    last = linkHash(last, firstPosition + index, content);
    hashes.push(last);
  }
  const end = { position: firstPosition + waiting.length - 1, hash: last };
  const signature = signHead(signer, signer.currentId, end);
  if (signature === undefined) throw new Error('The key ring lacks its own current key.');
  const entryIds = waiting.map(({ id }) => id);
  await insertSeals(tx, { firstPosition, entryIds, hashes, keyId: signer.currentId, signature });
  return waiting.length;
}
