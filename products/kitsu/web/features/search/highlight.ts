/** A piece of a name; `met` when it is what the query met. */
export interface NamePart {
  readonly text: string;
  readonly met: boolean;
}

const MARK = /\p{Mn}/u;
const VOICING = /[\u3099\u309A]/u;
const WORD_SIGN = /[\p{L}\p{N}]/u;
const KATAKANA = /[\u30A1-\u30F6]/u;
const TO_HIRAGANA = 0x60;

/** A name folded sign by sign: `starts[i]` and `ends[i]` bound, in the name, the sign that became `text[i]`. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Divides a name where a query met it: at the beginning of a word, whatever the case, marks, width, kana or punctuation
 * in between; else word by word. Nothing is met where the two are alike in sound or by repaired errors only.
 */
export function highlight(name: string, query: string): readonly NamePart[] {
  const folded = fold(name);
  const whole = spanOf(folded, fold(query).text);
  if (whole) return divided(name, [whole]);
  const words = query.split(/[\s\p{P}]+/u).map((word) => spanOf(folded, fold(word).text));
  return divided(
    name,
    words.filter((span) => span !== undefined),
  );
}

type Span = readonly [start: number, end: number];

/** The first place in the name where the folded query begins a word. */
function spanOf({ text, starts, ends }: Folded, query: string): Span | undefined {
  if (query === '') return undefined;
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
    const [start, end] = [starts[at], ends[at + query.length - 1]];
    const isWordStart = at === 0 || ends[at - 1] !== start || !isSpelt(query);
    if (isWordStart && start !== undefined && end !== undefined) return [start, end];
  }
  return undefined;
}

/** Whether words of this script are set apart by spaces: Japanese and Chinese have a word begin anywhere. */
function isSpelt(text: string): boolean {
  return !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}

function fold(name: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let offset = 0;
  for (const sign of name.split(/(?!\p{M})/u)) {
    const end = offset + sign.length;
    for (const letter of foldSign(sign)) {
      text += letter;
      for (let unit = 0; unit < letter.length; unit += 1) {
        starts.push(offset);
        ends.push(end);
      }
    }
    offset = end;
  }
  return { text, starts, ends };
}

/** A letter with its marks as it is compared; punctuation and spaces become nothing. */
function foldSign(sign: string): string {
  let result = '';
  let base = '';
  for (const letter of sign.normalize('NFKC').toLowerCase().normalize('NFD')) {
    if (MARK.test(letter)) {
      // Voiced kana and й are letters of their own; any other mark is a decoration of its letter.
      if (VOICING.test(letter) || (base === 'и' && letter === '\u0306')) result += letter;
    } else if (WORD_SIGN.test(letter) || letter === 'ー') {
      base = letter;
      result += KATAKANA.test(letter)
        ? String.fromCharCode(letter.charCodeAt(0) - TO_HIRAGANA)
        : (LIKE[letter] ?? letter);
    }
  }
  return result.normalize('NFC');
}

/** Letters that Unicode leaves alone and people do not. */
const LIKE: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

function divided(name: string, spans: readonly Span[]): readonly NamePart[] {
  const parts: NamePart[] = [];
  let done = 0;
  for (const [start, end] of spans.toSorted((one, other) => one[0] - other[0])) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    if (from > done) parts.push({ text: name.slice(done, from), met: false });
    parts.push({ text: name.slice(from, end), met: true });
    done = end;
  }
  if (done < name.length) parts.push({ text: name.slice(done), met: false });
  return parts;
}
