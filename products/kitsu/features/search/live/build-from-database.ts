import type { Db } from '@seaworthy/platform/postgres';
import { selectRankings, selectSnapshot, selectTitleSources } from '../queries.ts';
import { SegmentBuilder } from '../segment/build-segment.ts';
import { rankingScale } from '../segment/prior.ts';
import type { BuiltSegment } from './built-segment.ts';

/** Titles read by one statement. */
const CHUNK = 1_000;

/** Reads the whole catalogue and makes a segment of it; what changes meanwhile is to be read from its snapshot on. */
export async function buildFromDatabase(db: Db<unknown>): Promise<BuiltSegment> {
  const startedMs = performance.now();
  const snapshot = await selectSnapshot(db);
  const scale = rankingScale(await selectRankings(db));
  const builder = new SegmentBuilder(scale);
  let lastId = 0;
  for (;;) {
    const chunk = await selectTitleSources(db, lastId, CHUNK);
    for (const source of chunk) builder.add(source);
    lastId = chunk.at(-1)?.id ?? lastId;
    if (chunk.length < CHUNK) break;
  }
  return { segment: builder.build(), scale, snapshot, tookMs: performance.now() - startedMs };
}
