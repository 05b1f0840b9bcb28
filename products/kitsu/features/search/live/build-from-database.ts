import type { Db } from '@seaworthy/platform/postgres';
import { selectSnapshot, selectTitleSources } from '../queries.ts';
import { SegmentBuilder } from '../segment/build-segment.ts';
import { rankingScale } from '../segment/prior.ts';
import type { TitleSource } from '../tables.ts';
import type { BuiltSegment } from './built-segment.ts';

/** Titles read by one statement. */
const CHUNK = 1_000;

/** Reads the whole catalogue and makes a segment of it; what changes meanwhile is to be read from its snapshot on. */
export async function buildFromDatabase(db: Db<unknown>): Promise<BuiltSegment> {
  const startedMs = performance.now();
  const snapshot = await selectSnapshot(db);
  const sources: TitleSource[] = [];
  for (;;) {
    const chunk = await selectTitleSources(db, sources.at(-1)?.id ?? 0, CHUNK);
    sources.push(...chunk);
    if (chunk.length < CHUNK) break;
  }
  const scale = rankingScale(sources.map((source) => source.ranking));
  const builder = new SegmentBuilder(scale);
  for (const source of sources) builder.add(source);
  return { segment: builder.build(), scale, snapshot, tookMs: performance.now() - startedMs };
}
