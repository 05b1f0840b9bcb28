import { inOneAlphabet, normaliseName, soundKey, unifyInstallments } from '../../names/index.ts';

/** A word as it is compared: by its letters, and by its sound whatever the script. */
export interface Word {
  readonly letters: string;
  readonly sound: string;
}

/** A letter that takes part in no folding and stands in for ё, which folding takes for е but which sounds as yo. */
const YO = 'ѣ';

/** Single Chinese characters, runs of kana, and everything else up to the next of them. */
const SCRIPT_RUN =
  /[々〆]|\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu;
const SPLITTABLE = /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** Particles that are said otherwise than they are written, in the letters of the sound key. */
const PARTICLES: ReadonlyMap<string, string> = new Map([
  ['は', 'va'],
  ['へ', 'e'],
]);

/**
 * The words of a name or a query. Seasons and parts come in one writing, letters of the wrong alphabet in the right one.
 * Chinese characters, which are written without spaces, are a word each.
 */
export function readWords(text: string): Word[] {
  const voiced = text.replaceAll('\u309b', '\u3099').replaceAll('\u309c', '\u309a');
  const marked = voiced.normalize('NFC').replace(/[ёЁ]/g, YO);
  const { words } = normaliseName(marked);
  if (words === '') return [];
  return unifyInstallments(words).split(' ').flatMap(toWords);
}

/** The sounds of words without spaces. Where two words meet in one letter, it is heard once, as it is within a word. */
export function joinedSounds(words: readonly Word[]): string {
  let joined = '';
  words.forEach(({ sound }, index) => {
    const before = words[index - 1]?.sound ?? '';
    const isHeardOnce =
      sound.length > 1 && before.length > 1 && sound[0] === joined.at(-1) && LETTER.test(sound);
    joined += isHeardOnce ? sound.slice(1) : sound;
  });
  return joined;
}

const LETTER = /^[a-z]/i;

function toWords(written: string): Word[] {
  const runs = SPLITTABLE.test(written) ? (written.match(SCRIPT_RUN) ?? []) : [written];
  return runs.map((run) => {
    const word = inOneAlphabet(run);
    const letters = word.includes(YO) ? word.replaceAll(YO, 'е') : word;
    const sound = PARTICLES.get(word) ?? soundKey(word.replaceAll(YO, 'ё'));
    return { letters, sound: sound || letters };
  });
}
