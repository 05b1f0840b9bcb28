import { MATCHES_MAX, type Matches, type MatchQuery } from '../matches.ts';
import { answerQuery, type SearchedSegment, searched } from '../matching/answer-query.ts';
import { SegmentBuilder } from '../segment/build-segment.ts';
import type { TitleSource } from '../tables.ts';
import type { BuiltSegment } from './built-segment.ts';

/**
 * The catalogue as it was when it was built, and over it the titles that have changed since: those are left out of the
 * first and searched in a small segment of their own.
 */
export class Overlay {
  /** The snapshot that everything in it is true for. */
  snapshot: string;
  readonly #built: BuiltSegment;
  readonly #base: SearchedSegment;
  readonly #placeOf: ReadonlyMap<number, number>;
  /** What the changed titles are now; null for one that the public does not see any more. */
  readonly #changed = new Map<number, TitleSource | null>();
  #later: SearchedSegment | null = null;
  #isGivenUp = false;

  constructor(built: BuiltSegment) {
    this.#built = built;
    this.snapshot = built.snapshot;
    this.#base = searched(built.segment);
    this.#placeOf = new Map(Array.from(built.segment.titles.ids, (id, place) => [id, place]));
  }

  /** How many titles have changed since it was built; infinitely many once they are not followed any more. */
  get changedCount(): number {
    return this.#isGivenUp ? Number.POSITIVE_INFINITY : this.#changed.size;
  }

  /** So much has changed that it is not worth following. */
  giveUp(): void {
    this.#isGivenUp = true;
  }

  /** Takes in what the titles of `ids` are now; those that `sources` lack are gone. */
  apply(snapshot: string, ids: readonly number[], sources: readonly TitleSource[]): void {
    for (const id of ids) {
      this.#changed.set(id, null);
      const place = this.#placeOf.get(id);
      if (place !== undefined) this.#base.isOvertaken[place] = 1;
    }
    for (const source of sources) this.#changed.set(source.id, source);
    if (ids.length > 0) this.#later = this.#searchedChanges();
    this.snapshot = snapshot;
  }

  match(query: MatchQuery): Matches {
    const segments = this.#later === null ? [this.#base] : [this.#base, this.#later];
    return answerQuery(segments, { ...query, limit: MATCHES_MAX });
  }

  #searchedChanges(): SearchedSegment | null {
    const builder = new SegmentBuilder(this.#built.scale);
    let count = 0;
    for (const source of this.#changed.values()) {
      if (source === null) continue;
      builder.add(source);
      count += 1;
    }
    return count === 0 ? null : searched(builder.build());
  }
}
