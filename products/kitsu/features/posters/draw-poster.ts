import { FAMILIES, type Family, suitability } from './families.ts';
import { type Framing, frame, print } from './finish.ts';
import { byNight, choosePalette, type Palette } from './palette.ts';
import { seededRandom } from './random.ts';
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

const familyOf = (subject: Subject) =>
  seededRandom(`${subject.key}/family`).weighted(
    FAMILIES,
    (family) => suitability(family, subject.genres) ** 1.15,
  );

/** The kind of picture an input gets: the name of a family. */
export function posterFamily(input: PosterInput): string {
  return familyOf(readSubject(input)).name;
}

/** Two `#rrggbb` colours of a poster: its ground, and the colour that stands out on it by at least 3 to 1. */
export function posterPalette(input: PosterInput): { background: string; accent: string } {
  const subject = readSubject(input);
  const { sky, sun } = paletteOf(subject, familyOf(subject));
  return { background: sky, accent: sun };
}

/**
 * A poster of 2 to 3 as a standalone SVG document: no text, no script, nothing from elsewhere.
 * The same input gives the same bytes. Safe beside other posters in one document: its ids carry the seed.
 */
export function drawPoster(input: PosterInput): string {
  const subject = readSubject(input);
  const family = familyOf(subject);
  const stage = openStage(
    seededRandom(`${subject.key}/scene`),
    paletteOf(subject, family),
    `p${Math.abs(input.seed).toString(36)}-`,
  );
  const scene = family.draw(stage);
  const mirrored = stage.random.chance(0.5);
  const [framing] = stage.random.weighted(FRAMINGS, ([, share]) => share);
  const picture = mirrored ? `<g transform="matrix(-1 0 0 1 ${WIDTH} 0)">${scene}</g>` : scene;
  const sheet = frame(stage, picture, framing) + print(stage);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><defs>${stage.definitions()}</defs>${sheet}</svg>`;
}
