/** The part of opentype.js that is used here; its published types bring the browser's globals along. */
declare module 'opentype.js' {
  export interface Glyph {
    readonly index: number;
    readonly advanceWidth: number;
    getPath(x: number, y: number, fontSize: number): { readonly commands: readonly PathCommand[] };
  }
  export type PathCommand = { readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z' } & Readonly<
    Partial<Record<'x1' | 'y1' | 'x2' | 'y2' | 'x' | 'y', number>>
  >;
  export interface Font {
    readonly unitsPerEm: number;
    charToGlyph(character: string): Glyph;
    charToGlyphIndex(character: string): number;
    getKerningValue(left: Glyph, right: Glyph): number;
  }
  const opentype: { parse(file: ArrayBuffer): Font };
  export default opentype;
}
