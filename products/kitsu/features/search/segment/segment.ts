import type { TitleKind } from '../../titles/contract.ts';
import type { Signatures } from './signature.ts';
import type { TextPool } from './text-pool.ts';

/**
 * A part of the catalogue made ready for search: nothing but typed arrays, so that it takes little memory, no work of
 * the garbage collector, and moves between threads without a copy. Titles come by how well known they are, names by
 * their title: a lower number is always the better known.
 */
export interface Segment {
  readonly titles: TitleColumns;
  readonly names: NameColumns;
  readonly words: WordColumns;
  readonly initials: InitialsColumns;
}

export interface TitleColumns {
  readonly ids: Int32Array<ArrayBuffer>;
  /** How likely it is meant, all else being equal: at most 1, see {@link priorOf}. */
  readonly priors: Float32Array<ArrayBuffer>;
  /** Place in TITLE_KINDS. */
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly isAdult: Uint8Array<ArrayBuffer>;
  /** The number of the season that its names tell, else its place among the series of its franchise; 0 for neither. */
  readonly seasons: Uint8Array<ArrayBuffer>;
  /** The year of its first broadcast; 0 when unknown. */
  readonly years: Uint16Array<ArrayBuffer>;
  /** The franchise; 0 outside of any. */
  readonly franchises: Int32Array<ArrayBuffer>;
}

export interface NameColumns {
  /** The place of its title in the columns of titles. */
  readonly titles: Uint32Array<ArrayBuffer>;
  /** 1 for a main name. */
  readonly isMain: Uint8Array<ArrayBuffer>;
  /** The name as it is shown. */
  readonly shown: TextPool;
  /** Where each name's words begin in `words`; one entry more than there are names. */
  readonly wordStarts: Uint32Array<ArrayBuffer>;
  readonly words: Uint32Array<ArrayBuffer>;
  /** The sounds of all words without spaces. */
  readonly compact: TextPool;
  readonly compactSignatures: Signatures;
  /** Names in the order of `compact`. */
  readonly byCompact: Uint32Array<ArrayBuffer>;
}

/** Every word of the names once, sorted by its letters. */
export interface WordColumns {
  readonly letters: TextPool;
  readonly letterSignatures: Signatures;
  readonly sounds: TextPool;
  readonly soundSignatures: Signatures;
  /** Words in the order of their sounds. */
  readonly bySound: Uint32Array<ArrayBuffer>;
  /** How much a word tells, 0 to 1: the less frequent, the more. */
  readonly weights: Float32Array<ArrayBuffer>;
  /** Where each word's names begin in `names`; one entry more than there are words. */
  readonly nameStarts: Uint32Array<ArrayBuffer>;
  /** The names that have the word, best known first. */
  readonly names: Uint32Array<ArrayBuffer>;
}

/** First letters of names of several words. */
export interface InitialsColumns {
  readonly letters: TextPool;
  readonly names: Uint32Array<ArrayBuffer>;
  readonly order: Uint32Array<ArrayBuffer>;
}

export const TITLE_KINDS: readonly TitleKind[] = ['tv', 'movie', 'ova', 'ona', 'special', 'music', 'unknown'];
