import { type Family, familyOf } from './families.ts';
import { type Framing, frame, print } from './finish.ts';
import { byNight, choosePalette, type Palette } from './palette.ts';
import { type Random, seededRandom } from './random.ts';
import { openStage } from './stage.ts';
import { type PosterInput, readSubject, type Subject } from './subject.ts';
import { HEIGHT, WIDTH } from './svg.ts';

const FRAMINGS: readonly (readonly [Framing, number])[] = [
  ['bleed', 74],
  ['keyline', 8],
  ['margin', 9],
  ['arch', 9],
];

function paletteOf(subject: Subject, family: Family): Palette {
  const palette = choosePalette(subject, seededRandom(`${subject.key}/inks`));
  return family.night ? byNight(palette) : palette;
}

/** A step closer and to one side, mirrored half of the time, so that one kind of picture has many croppings. */
function camera(random: Random): string {
  const zoom = random.between(1, 1.17);
  const x = (1 - zoom) * WIDTH * random.between(0.35, 0.65);
  const y = (1 - zoom) * HEIGHT * random.between(0.45, 0.75);
  const across = random.chance(0.5) ? [-zoom, WIDTH - x] : [zoom, x];
  return `matrix(${[across[0], 0, 0, zoom, across[1], y].map((v) => Math.round((v ?? 0) * 1000) / 1000).join(' ')})`;
}

/** Two `#rrggbb` colours of a poster: its ground, and the colour that stands out on it by at least 3 to 1. */
export function posterPalette(input: PosterInput): { background: string; accent: string } {
  const subject = readSubject(input);
  const { sky, sun } = paletteOf(subject, familyOf(subject));
  return { background: sky, accent: sun };
}

/**
 * What a poster shows, in its own 400 by 600 user units: to be put into a picture of several. Its ids carry the seed.
 * The same input gives the same text.
 */
export function posterContent(input: PosterInput): string {
  const subject = readSubject(input);
  const family = familyOf(subject);
  const stage = openStage(
    seededRandom(`${subject.key}/scene`),
    paletteOf(subject, family),
    `p${Math.abs(input.seed).toString(36)}-`,
  );
  const scene = family.draw(stage);
  const [framing] = stage.random.weighted(FRAMINGS, ([, share]) => share);
  const picture = `<g transform="${camera(stage.random)}">${scene}</g>`;
  const sheet = frame(stage, picture, framing) + print(stage);
  return `<defs>${stage.definitions()}</defs>${sheet}`;
}

/**
 * A poster of 2 to 3 as a standalone SVG document: no text, no script, nothing from elsewhere.
 * The same input gives the same bytes.
 */
export function drawPoster(input: PosterInput): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${posterContent(input)}</svg>`;
}
