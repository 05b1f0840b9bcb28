import type { Typeface } from './lettering.ts';

/** A text that fits: its lines, and the size they are set in. */
export interface Block {
  readonly lines: readonly string[];
  readonly size: number;
}

const ELLIPSIS = '…';

/**
 * Breaks a text into lines of at most a width: in the largest size at which it takes at most so many lines, else in the
 * smallest, cut short with an ellipsis. A word wider than a line is broken.
 */
export function fitText(
  face: Typeface,
  text: string,
  box: { readonly width: number; readonly linesMax: number; readonly sizes: readonly number[] },
): Block {
  let block: Block = { lines: [], size: box.sizes[0] ?? 0 };
  for (const size of box.sizes) {
    block = { lines: linesOf(face, text, size, box.width), size };
    if (block.lines.length <= box.linesMax) return block;
  }
  return { ...block, lines: cut(face, block, box) };
}

function cut(face: Typeface, { lines, size }: Block, box: { width: number; linesMax: number }): string[] {
  const kept = lines.slice(0, box.linesMax);
  let last = kept.pop() ?? '';
  while (last !== '' && face.widthOf(last + ELLIPSIS, size) > box.width)
    last = [...last].slice(0, -1).join('');
  return [...kept, last.replace(/[\s,.:;–-]+$/u, '') + ELLIPSIS];
}

function linesOf(face: Typeface, text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).flatMap((part) => pieces(face, part, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && face.widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(face: Typeface, word: string, size: number, width: number): string[] {
  if (face.widthOf(word, size) <= width) return [word];
  const done: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && face.widthOf(piece + character, size) > width) {
      done.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...done, piece];
}
