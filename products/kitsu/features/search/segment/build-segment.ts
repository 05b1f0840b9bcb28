import { PART_MARK, SEASON_MARK } from '../../names/index.ts';
import { joinedSounds, readWords, type Word } from '../reading/read-words.ts';
import type { TitleSource } from '../tables.ts';
import { initialsOf } from './initials.ts';
import { priorOf, type RankingScale } from './prior.ts';
import { type NameColumns, type Segment, TITLE_KINDS, type TitleColumns } from './segment.ts';
import { signaturesOf } from './signature.ts';
import { poolOf } from './text-pool.ts';
import { WordTable } from './word-table.ts';

/** A name as it goes into a segment. */
interface ReadName {
  readonly shown: string;
  readonly isMain: boolean;
  readonly words: readonly Word[];
}

/** A title as it goes into a segment. */
interface ReadTitle {
  readonly source: Omit<TitleSource, 'names'>;
  readonly names: readonly ReadName[];
  readonly prior: number;
  readonly season: number;
}

/** Collects titles and makes a {@link Segment} of them. It takes time in proportion to their names. */
export class SegmentBuilder {
  readonly #scale: RankingScale;
  readonly #titles: ReadTitle[] = [];
  readonly #words = new Map<string, Word>();

  /** @param scale the rankings of the whole catalogue, of which the segment may be a part. */
  constructor(scale: RankingScale) {
    this.#scale = scale;
  }

  add(source: TitleSource): void {
    const names = this.#readNames(source);
    const season = seasonOf(names);
    const { names: _, ...facts } = source;
    this.#titles.push({ source: facts, names, season, prior: priorOf(source, season > 1, this.#scale) });
  }

  /** Names that are compared alike count once, the main one before others. */
  #readNames(source: TitleSource): ReadName[] {
    const names = new Map<string, ReadName>();
    for (const [shown, kind] of source.names) {
      const words = readWords(shown).map((word) => this.#only(word));
      const form = words.map((word) => `${word.letters}/${word.sound}`).join(' ');
      if (form !== '' && !names.has(form)) names.set(form, { shown, isMain: kind === 'main', words });
    }
    return [...names.values()];
  }

  /** The same object for the same word: names have eight times as many words as there are. */
  #only(word: Word): Word {
    const form = `${word.letters}/${word.sound}`;
    const known = this.#words.get(form);
    if (known === undefined) this.#words.set(form, word);
    return known ?? word;
  }

  build(): Segment {
    const titles = this.#titles.sort((a, b) => b.prior - a.prior || a.source.id - b.source.id);
    const names = titles.flatMap((title) => title.names);
    const table = new WordTable(names.map((name) => name.words));
    return {
      titles: titleColumns(titles),
      names: nameColumns(titles, names, table),
      words: table.columns(),
      initials: initialsOf(names.map((name) => name.words)),
    };
  }
}

/** The season that most of the names with a season tell, else the number that ends the main name; 0 for none. */
function seasonOf(names: readonly ReadName[]): number {
  const votes = new Map<number, number>();
  for (const { words } of names) {
    for (const { letters } of words) {
      if (!letters.startsWith(SEASON_MARK)) continue;
      const season = Number(letters.slice(1));
      votes.set(season, (votes.get(season) ?? 0) + 1);
    }
  }
  const [most] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (most !== undefined) return most[0];
  const main = names.find((name) => name.isMain)?.words ?? [];
  const last = main.length > 1 ? (main.at(-1)?.letters ?? '') : '';
  return /^[2-9]$/.test(last) || last.startsWith(PART_MARK) ? Number(last.replace(PART_MARK, '')) : 0;
}

function titleColumns(titles: readonly ReadTitle[]): TitleColumns {
  return {
    ids: Int32Array.from(titles, ({ source }) => source.id),
    priors: Float32Array.from(titles, ({ prior }) => prior),
    kinds: Uint8Array.from(titles, ({ source }) => TITLE_KINDS.indexOf(source.kind)),
    isAdult: Uint8Array.from(titles, ({ source }) => Number(source.is_adult)),
    seasons: Uint8Array.from(
      titles,
      ({ season, source }) => season || (source.is_head ? 1 : (source.ordinal ?? 0)),
    ),
    years: Uint16Array.from(titles, ({ source }) => source.year ?? 0),
    franchises: Int32Array.from(titles, ({ source }) => source.franchise_id ?? 0),
  };
}

function nameColumns(
  titles: readonly ReadTitle[],
  names: readonly ReadName[],
  table: WordTable,
): NameColumns {
  const compact = names.map(({ words }) => joinedSounds(words));
  const order = Uint32Array.from(compact.keys());
  return {
    titles: Uint32Array.from(titles.flatMap((title, index) => title.names.map(() => index))),
    isMain: Uint8Array.from(names, (name) => Number(name.isMain)),
    shown: poolOf(names.map((name) => name.shown)),
    wordStarts: table.wordStarts,
    words: table.words,
    compact: poolOf(compact),
    compactSignatures: signaturesOf(compact),
    byCompact: order.sort((a, b) => compare(compact[a] as string, compact[b] as string) || a - b),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
