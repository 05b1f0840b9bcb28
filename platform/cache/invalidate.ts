import { type AnyDb, prepare } from '../postgres/index.ts';

/** The channel all processes of one database hear about stale tags on. */
export const CHANNEL = 'seaworthy_cache';

/** Stands for every tag, when naming them all would not fit in one notification. */
export const EVERYTHING = '*';

const PAYLOAD_MAX_BYTES = 7900;

const notify = prepare<unknown>('cache_invalidate', `select pg_notify('${CHANNEL}', $1)`);

/**
 * Makes every process drop the bodies with these tags, when and only when the caller's transaction commits. Call it in
 * the transaction that changes what the bodies show; outside of one it takes effect at once. Too many tags to send
 * drop everything.
 */
export async function invalidate(db: AnyDb, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  const named = JSON.stringify([...new Set(tags)].sort());
  const payload = Buffer.byteLength(named) <= PAYLOAD_MAX_BYTES ? named : JSON.stringify([EVERYTHING]);
  await notify(db, [payload]);
}
