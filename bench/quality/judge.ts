import type { Answer } from './ask.ts';

/** An answer and what a person thinks of it. */
export interface Judged extends Answer {
  /** The place, from 1, of the first title that was wanted; undefined when none came, or none was wanted. */
  readonly place: number | undefined;
  /** Whether it is what the person expected: a wanted title soon enough, and no unwanted one before it. */
  readonly isGood: boolean;
}

/** Figures over some judged answers. Shares are of 1; those by place and the MRR are over queries that want a title. */
export interface Quality {
  readonly queryCount: number;
  /** NaN, as the other three, when no query wants a title. */
  readonly hitAt1: number;
  readonly hitAt3: number;
  readonly hitAt8: number;
  /** Mean of 1 / place, and of 0 where no wanted title came. */
  readonly mrr: number;
  /** Answered as a person would expect; over all queries. */
  readonly good: number;
}

/** Judges one answer. */
export function judge(answer: Answer): Judged {
  const { expect, rank = 0, not = [] } = answer.query;
  const ids = answer.hits.map(({ malId }) => malId);
  const index = ids.findIndex((id) => id !== undefined && expect.includes(id));
  const before = ids.slice(0, index === -1 ? ids.length : index);
  const isSpoilt = before.some((id) => id !== undefined && not.includes(id));
  const place = index === -1 ? undefined : index + 1;
  if (expect.length > 0)
    return { ...answer, place, isGood: place !== undefined && place <= rank && !isSpoilt };
  return { ...answer, place, isGood: not.length > 0 ? !isSpoilt : ids.length === 0 };
}

/** Sums judged answers up. */
export function qualityOf(all: readonly Judged[]): Quality {
  const wanting = all.filter(({ query }) => query.expect.length > 0);
  const within = (places: number) =>
    share(wanting, ({ place = Number.POSITIVE_INFINITY }) => place <= places);
  return {
    queryCount: all.length,
    hitAt1: within(1),
    hitAt3: within(3),
    hitAt8: within(8),
    mrr: wanting.reduce((sum, { place }) => sum + (place === undefined ? 0 : 1 / place), 0) / wanting.length,
    good: share(all, ({ isGood }) => isGood),
  };
}

function share(all: readonly Judged[], isSo: (one: Judged) => boolean): number {
  return all.filter(isSo).length / all.length;
}
