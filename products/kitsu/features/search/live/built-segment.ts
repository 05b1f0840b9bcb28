import type { RankingScale } from '../segment/prior.ts';
import type { Segment } from '../segment/segment.ts';

/** A segment of the whole catalogue as a worker made it. */
export interface BuiltSegment {
  readonly segment: Segment;
  readonly scale: RankingScale;
  /** The snapshot from which on changes are not in it. */
  readonly snapshot: string;
  readonly tookMs: number;
}

/** All buffers of columns, however deep: what moves from thread to thread, and what the memory is. */
export function buffersOf(columns: object): ArrayBuffer[] {
  return Object.values(columns).flatMap((value: unknown) => {
    if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
    return typeof value === 'object' && value !== null ? buffersOf(value) : [];
  });
}
