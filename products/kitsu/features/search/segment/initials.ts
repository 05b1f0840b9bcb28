import type { Word } from '../reading/read-words.ts';
import type { InitialsColumns } from './segment.ts';
import { poolOf } from './text-pool.ts';

const WORDS_MIN = 2;
const WORDS_MAX = 8;

/** The first letters of names of two to eight words that begin with a letter or digit: `hxh`, `snk`, `lotgh`. */
export function initialsOf(names: readonly (readonly Word[])[]): InitialsColumns {
  const letters: string[] = [];
  const places: number[] = [];
  for (let index = 0; index < names.length; index += 1) {
    const words = names[index] as readonly Word[];
    if (words.length < WORDS_MIN || words.length > WORDS_MAX) continue;
    const initials = words.map((word) => word.letters[0]).join('');
    if (!/^[a-z0-9а-я]+$/.test(initials)) continue;
    letters.push(initials);
    places.push(index);
  }
  const order = Uint32Array.from(letters.keys());
  order.sort((a, b) => {
    const [one, other] = [letters[a] as string, letters[b] as string];
    if (one === other) return a - b;
    return one < other ? -1 : 1;
  });
  return { letters: poolOf(letters), names: Uint32Array.from(places), order };
}
