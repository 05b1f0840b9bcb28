import type { Word } from '../reading/read-words.ts';
import type { WordColumns } from './segment.ts';
import { signaturesOf } from './signature.ts';
import { poolOf } from './text-pool.ts';

/** A word that is in every name still tells a little. */
const WEIGHT_MIN = 0.2;

/** Numbers the words of names in the order of their letters, and finds the names of each word. */
export class WordTable {
  /** Where each name's words begin; one entry more than there are names. */
  readonly wordStarts: Uint32Array<ArrayBuffer>;
  /** The words of all names, one name after the other. */
  readonly words: Uint32Array<ArrayBuffer>;
  readonly #sorted: readonly Word[];

  constructor(names: readonly (readonly Word[])[]) {
    const ids = new Map<string, number>();
    const found: Word[] = [];
    this.wordStarts = new Uint32Array(names.length + 1);
    this.words = new Uint32Array(names.reduce((sum, words) => sum + words.length, 0));
    let at = 0;
    for (let index = 0; index < names.length; index += 1) {
      for (const word of names[index] as readonly Word[]) {
        const form = `${word.letters}/${word.sound}`;
        let id = ids.get(form);
        if (id === undefined) {
          id = found.push(word) - 1;
          ids.set(form, id);
        }
        this.words[at] = id;
        at += 1;
      }
      this.wordStarts[index + 1] = at;
    }
    const order = Uint32Array.from(found.keys()).sort((a, b) =>
      compareWords(found[a] as Word, found[b] as Word),
    );
    const places = new Uint32Array(order.length);
    for (let place = 0; place < order.length; place += 1) places[order[place] as number] = place;
    for (let index = 0; index < at; index += 1)
      this.words[index] = places[this.words[index] as number] as number;
    this.#sorted = Array.from(order, (id) => found[id] as Word);
  }

  columns(): WordColumns {
    const letters = this.#sorted.map((word) => word.letters);
    const sounds = this.#sorted.map((word) => word.sound);
    const { nameStarts, names } = this.#postings();
    return {
      letters: poolOf(letters),
      letterSignatures: signaturesOf(letters),
      sounds: poolOf(sounds),
      soundSignatures: signaturesOf(sounds),
      bySound: Uint32Array.from(sounds.keys()).sort(
        (a, b) => compare(sounds[a] as string, sounds[b] as string) || a - b,
      ),
      weights: this.#weights(nameStarts),
      nameStarts,
      names,
    };
  }

  /** The names of each word, by counting sort; a word that comes twice in a name counts once. */
  #postings(): { nameStarts: Uint32Array<ArrayBuffer>; names: Uint32Array<ArrayBuffer> } {
    const nameStarts = new Uint32Array(this.#sorted.length + 1);
    for (const [word] of this.#pairs()) nameStarts[word + 1] = (nameStarts[word + 1] as number) + 1;
    for (let word = 1; word < nameStarts.length; word += 1) {
      nameStarts[word] = (nameStarts[word] as number) + (nameStarts[word - 1] as number);
    }
    const next = nameStarts.slice();
    const names = new Uint32Array(nameStarts.at(-1) ?? 0);
    for (const [word, name] of this.#pairs()) {
      names[next[word] as number] = name;
      next[word] = (next[word] as number) + 1;
    }
    return { nameStarts, names };
  }

  *#pairs(): Generator<[word: number, name: number]> {
    for (let name = 0; name + 1 < this.wordStarts.length; name += 1) {
      const own = this.words.subarray(this.wordStarts[name], this.wordStarts[name + 1]);
      for (let index = 0; index < own.length; index += 1) {
        const word = own[index] as number;
        if (own.indexOf(word) === index) yield [word, name];
      }
    }
  }

  #weights(nameStarts: Uint32Array): Float32Array<ArrayBuffer> {
    const scale = Math.log1p(this.wordStarts.length);
    return Float32Array.from(this.#sorted.keys(), (word) => {
      const count = (nameStarts[word + 1] as number) - (nameStarts[word] as number);
      return WEIGHT_MIN + (1 - WEIGHT_MIN) * (1 - Math.log(Math.max(1, count)) / scale);
    });
  }
}

function compareWords(a: Word, b: Word): number {
  return compare(a.letters, b.letters) || compare(a.sound, b.sound);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
