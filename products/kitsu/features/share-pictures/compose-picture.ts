import {
  mix,
  POSTER_HEIGHT,
  POSTER_WIDTH,
  type PosterInput,
  posterContent,
  posterPalette,
} from '../posters/index.ts';
import type { Typeface } from './lettering.ts';
import { fitText } from './line-break.ts';
import { FOX } from './logo.ts';
import { PICTURE_HEIGHT, PICTURE_WIDTH, type Picture } from './picture.ts';

/** The typefaces of a picture. */
export interface Typefaces {
  readonly display: Typeface;
  readonly text: Typeface;
}

const GROUND = '#161210';
const INK = '#f3eee6';
const SOFT = '#c6bfb6';
const STAR = '#edbe62';
/** A share of the poster's own colour in the ground: enough to tell titles apart, too little to take contrast from the text. */
const TINT = 0.22;

const MARGIN = 68;
const POSTER_X = 780;
const TEXT_WIDTH = POSTER_X - 2 * MARGIN;
const HEADLINE = { width: TEXT_WIDTH, linesMax: 4, sizes: [84, 72, 62, 54, 46, 40] };
const SECOND = { width: TEXT_WIDTH, linesMax: 2, sizes: [30, 26] };
const LINE_HEIGHT = 1.12;
const FACTS_Y = 566;

/** The picture as an SVG document of outlines: the same content gives the same bytes. */
export function composePicture(picture: Picture, faces: Typefaces): string {
  const [first] = picture.posters;
  const palette = first === undefined ? { background: '#4a2f26', accent: '#ef6a36' } : posterPalette(first);
  const ground = mix(GROUND, palette.background, TINT);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}">`,
    `<rect width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" fill="${ground}"/>`,
    picture.posters.length > 1 ? wall(picture.posters) : single(first, palette.accent),
    `<g transform="translate(${MARGIN} 52) scale(1.5)">${FOX}</g>`,
    write(faces.display, 'Kitsu', MARGIN + 62, 88, 34, INK),
    names(picture, faces),
    facts(picture, faces),
    '</svg>',
  ].join('');
}

function single(poster: PosterInput | undefined, accent: string): string {
  if (poster === undefined) return '';
  const spine = `<rect x="${POSTER_X - 6}" width="6" height="${PICTURE_HEIGHT}" fill="${accent}"/>`;
  return spine + posterAt(poster, POSTER_X, 0, PICTURE_WIDTH - POSTER_X);
}

const WALL_POSTER = 208;
const WALL_GAP = 18;
const WALL_COLUMNS = 3;
const WALL_ROWS = 4;

const WALL_POSTER_HEIGHT = (WALL_POSTER * POSTER_HEIGHT) / POSTER_WIDTH;

/** A leaning wall of posters, cut off by the edges of the picture. */
function wall(posters: readonly PosterInput[]): string {
  const tiles = Array.from({ length: WALL_COLUMNS * WALL_ROWS }, (_, place) => {
    const { x, y } = tileAt(place);
    const poster = posters[place];
    if (poster !== undefined) return `<g id="tile${place}">${posterAt(poster, x, y, WALL_POSTER)}</g>`;
    // The same poster again is shown by reference: its ids stay unique, and it costs nothing.
    const shown = tileAt(place % posters.length);
    return `<use href="#tile${place % posters.length}" x="${x - shown.x}" y="${y - shown.y}"/>`;
  });
  return `<svg x="${POSTER_X - 40}" width="${PICTURE_WIDTH - POSTER_X + 40}" height="${PICTURE_HEIGHT}"><g transform="rotate(9) translate(96 0)">${tiles.join('')}</g></svg>`;
}

/** Where a tile of the wall stands; every second column is lower. */
function tileAt(place: number): { readonly x: number; readonly y: number } {
  const column = place % WALL_COLUMNS;
  const row = Math.floor(place / WALL_COLUMNS);
  return {
    x: column * (WALL_POSTER + WALL_GAP),
    y: row * (WALL_POSTER_HEIGHT + WALL_GAP) - (column % 2) * 150 - 420,
  };
}

function posterAt(poster: PosterInput, x: number, y: number, width: number): string {
  const height = (width * POSTER_HEIGHT) / POSTER_WIDTH;
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${POSTER_WIDTH} ${POSTER_HEIGHT}">${posterContent(poster)}</svg>`;
}

/** The names stand in the middle of the room between the mark and the facts. */
function names({ names: wanted }: Picture, { display, text }: Typefaces): string {
  const written = [...new Set(wanted.map(plain))].filter((name) => name !== '' && display.canWrite(name));
  const [first, second] = written;
  if (first === undefined) return '';
  const headline = fitText(display, first, HEADLINE);
  const below = second === undefined ? undefined : fitText(text, second, SECOND);
  const headlineHeight = headline.lines.length * headline.size * LINE_HEIGHT;
  const height = headlineHeight + (below ? 20 + below.lines.length * below.size * 1.3 : 0);
  let y = 318 - height / 2;
  const out: string[] = [];
  for (const line of headline.lines) {
    out.push(write(display, line, MARGIN, y + headline.size * 0.86, headline.size, INK));
    y += headline.size * LINE_HEIGHT;
  }
  y += 20;
  for (const line of below?.lines ?? []) {
    out.push(write(text, line, MARGIN, y + (below?.size ?? 0) * 0.8, below?.size ?? 0, SOFT));
    y += (below?.size ?? 0) * 1.3;
  }
  return out.join('');
}

function facts({ facts: line, score }: Picture, { display, text }: Typefaces): string {
  if (score === null) return write(text, line, MARGIN, FACTS_Y, 28, SOFT);
  const star = `<path transform="translate(${MARGIN} ${FACTS_Y - 27})" d="M15 0l4.600 9.700 10.400 1.300-7.700 7.200 2 10.600L15 23.600 5.700 28.800l2-10.600L0 11l10.400-1.300z" fill="${STAR}"/>`;
  const scoreX = MARGIN + 42;
  const factsX = scoreX + display.widthOf(score, 34) + 26;
  return (
    star + write(display, score, scoreX, FACTS_Y, 34, STAR) + write(text, line, factsX, FACTS_Y, 28, SOFT)
  );
}

function write(face: Typeface, text: string, x: number, y: number, size: number, colour: string): string {
  const outline = face.outline(text, x, y, size);
  return outline === '' ? '' : `<path d="${outline}" fill="${colour}"/>`;
}

/** Wide and joined forms as the plain ones; signs between words that no typeface of ours has become spaces. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\p{So}\p{Sk}\p{Cf}\p{Co}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
