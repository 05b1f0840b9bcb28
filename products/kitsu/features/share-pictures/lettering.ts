import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type Glyph, type PathCommand } from 'opentype.js';

/** A typeface in one weight: it writes what is in its Latin and Cyrillic files. */
export interface Typeface {
  /** Whether every letter and digit can be written. */
  canWrite(text: string): boolean;
  /** The width in pixels. */
  widthOf(text: string, size: number): number;
  /** The outline of a line as SVG path data, its baseline beginning at a point. */
  outline(text: string, x: number, y: number, size: number): string;
}

const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'];
const require = createRequire(import.meta.url);

/**
 * Loads a typeface of the site from its package, as outlines: the drawing then needs no font of the machine. Each file is
 * read when a character is first looked for in it (about 15 ms).
 */
export function loadTypeface(family: 'geologica' | 'onest', weight: 400 | 500 | 700): Typeface {
  const loaded: Font[] = [];
  const waiting = SUBSETS.map(
    (subset) => `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`,
  );
  const fontFor = (character: string): Font | undefined => {
    const known = loaded.find((font) => font.charToGlyphIndex(character) > 0);
    const next = known ? undefined : waiting.shift();
    if (next === undefined) return known;
    const file = readFileSync(require.resolve(next));
    loaded.push(opentype.parse(new Uint8Array(file).buffer));
    return fontFor(character);
  };
  const set = (text: string): Placed[] => placed(text, fontFor);
  return {
    canWrite: (text) =>
      [...text].every(
        (character) => !/[\p{L}\p{N}\p{M}]/u.test(character) || fontFor(character) !== undefined,
      ),
    widthOf(text, size) {
      const last = set(text).at(-1);
      return last === undefined ? 0 : (last.x + last.advance) * size;
    },
    outline: (text, x, y, size) =>
      set(text)
        .flatMap(({ glyph, x: offset }) => glyph.getPath(x + offset * size, y, size).commands)
        .map(pathData)
        .join(''),
  };
}

/** With one decimal; written here because the library's own rounding turns some numbers into none. */
function pathData({ type, x1, y1, x2, y2, x, y }: PathCommand): string {
  const numbers = [x1, y1, x2, y2, x, y].flatMap((value) => value ?? []);
  return type + numbers.map((value) => Math.round(value * 10) / 10).join(' ');
}

/** A glyph with its place and width in ems. */
interface Placed {
  readonly glyph: Glyph;
  readonly x: number;
  readonly advance: number;
}

/** A sign that no file has is left out; letters are checked with `canWrite` before. */
function placed(text: string, fontFor: (character: string) => Font | undefined): Placed[] {
  const line: Placed[] = [];
  let x = 0;
  let before: { font: Font; glyph: Glyph } | undefined;
  for (const character of text) {
    const font = fontFor(character);
    if (font === undefined) continue;
    const glyph = font.charToGlyph(character);
    if (before?.font === font) x += font.getKerningValue(before.glyph, glyph) / font.unitsPerEm;
    const advance = glyph.advanceWidth / font.unitsPerEm;
    line.push({ glyph, x, advance });
    x += advance;
    before = { font, glyph };
  }
  return line;
}
