import type { MatchTier } from '../contract.ts';
import type { Segment } from '../segment/segment.ts';

/** A name that a query met, and how well: `closeness` is 1 for the very name. */
export interface NameMatch {
  readonly name: number;
  readonly closeness: number;
  readonly tier: MatchTier;
}

/** A title that a query met, by the best of its names. */
export interface TitleMatch extends NameMatch {
  /** Place in the segment. */
  readonly title: number;
  /** What titles are ordered by. */
  readonly score: number;
}

/** How much of the order is how well known a title is, beside how well it is met. */
const PRIOR_SHARE = 0.3;
const MAIN_NAME_BONUS = 0.02;
/** Who writes the whole main name means that title, however little known. */
const WHOLE_MAIN_NAME_BONUS = 0.14;

/** The titles of a segment that a query met so far. */
export class TitleMatches {
  /** The best closeness so far. */
  best = 0;
  /** Whether there are more than were looked at: only the best known of them are. */
  isCut = false;
  /** What the closeness of all that is added is multiplied by. */
  factor = 1;
  readonly #segment: Segment;
  readonly #adult: boolean;
  readonly #isOvertaken: Uint8Array;
  readonly #byTitle = new Map<number, TitleMatch>();

  /** @param isOvertaken 1 for each title that is not to be found any more */
  constructor(segment: Segment, adult: boolean, isOvertaken: Uint8Array) {
    this.#segment = segment;
    this.#adult = adult;
    this.#isOvertaken = isOvertaken;
  }

  add({ name, closeness: found, tier }: NameMatch): void {
    const closeness = found * this.factor;
    const { names, titles } = this.#segment;
    const title = names.titles[name] as number;
    if ((titles.isAdult[title] === 1 && !this.#adult) || this.#isOvertaken[title] === 1) return;
    if (closeness > this.best) this.best = closeness;
    const mainBonus = tier === 'exact' ? WHOLE_MAIN_NAME_BONUS : MAIN_NAME_BONUS;
    const score =
      closeness + PRIOR_SHARE * (titles.priors[title] as number) + (names.isMain[name] === 1 ? mainBonus : 0);
    const known = this.#byTitle.get(title);
    if (known === undefined || score > known.score) {
      this.#byTitle.set(title, { title, name, closeness, tier, score });
    }
  }

  all(): TitleMatch[] {
    return [...this.#byTitle.values()];
  }
}
