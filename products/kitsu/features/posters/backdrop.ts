import { mix } from './colour.ts';
import { clip, radial, type Stage, vertical } from './stage.ts';
import { circle, fill, n, type Point, poly, rect, repeat, ring, sheet, stroke, WIDTH } from './svg.ts';

/** A sun, a moon, or where one would be: centre and radius. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** How the ground behind a scene is printed. */
export type BackdropStyle = 'fade' | 'halo' | 'bands' | 'flat';

const EVERY_STYLE: readonly BackdropStyle[] = ['fade', 'fade', 'halo', 'bands'];

function halo(stage: Stage, disc: Disc): string {
  const { palette: p, random: r } = stage;
  const rings = r.int(3, 5);
  const reach = r.between(230, 360);
  return (
    sheet(p.sky) +
    repeat(rings, (i) =>
      circle(
        disc.x,
        disc.y,
        disc.r + (reach * (rings - i)) / rings,
        mix(p.sky, p.haze, (i + 1) / (rings + 0.5)),
      ),
    )
  );
}

function bands(stage: Stage, disc: Disc): string {
  const { palette: p, random: r } = stage;
  const count = r.int(4, 6);
  const top = r.between(50, 120);
  const bend = r.chance(0.5) ? r.between(-60, 60) : 0;
  const low = Math.max(360, disc.y + 60);
  return (
    sheet(p.sky) +
    repeat(count, (i) => {
      const y = top + ((low - top) * i) / count;
      return fill(`M0 ${n(y)}Q200 ${n(y + bend)} 400 ${n(y)}V600H0Z`, mix(p.sky, p.haze, (i + 1) / count));
    })
  );
}

/** The ground: sky above, horizon below, lit from where the disc stands. */
export function backdrop(stage: Stage, disc: Disc, styles: readonly BackdropStyle[] = EVERY_STYLE): string {
  const { palette: p, random: r } = stage;
  const style = r.pick(styles);
  if (style === 'halo') return halo(stage, disc);
  if (style === 'bands') return bands(stage, disc);
  if (style === 'flat') return sheet(p.sky);
  const paint = vertical(stage, [
    [0, p.sky],
    [0.28, mix(p.sky, p.haze, 0.2)],
    [0.72, p.haze],
  ]);
  return sheet(paint);
}

/** A soft glow around a light. */
export function glow(stage: Stage, disc: Disc, colour: string, opacity = 0.5): string {
  const paint = radial(stage, [
    [0, colour, opacity],
    [1, colour, 0],
  ]);
  return circle(disc.x, disc.y, disc.r, paint);
}

function sliced(stage: Stage, disc: Disc, colour: string): string {
  const { x, y, r } = disc;
  const gaps = stage.random.int(4, 6);
  let strips = '';
  let top = y - r;
  for (let i = 0; i < gaps; i++) {
    const bottom = y - r * 0.1 + (r * 1.1 * (i + 1)) / (gaps + 0.5);
    const gap = 2.5 + (i * r) / 40;
    strips += rect(x - r, top, r * 2, bottom - gap - top, '#000');
    top = bottom;
  }
  return circle(x, y, r, colour, clip(stage, strips));
}

/** How a sun or moon is printed. */
export type DiscStyle = 'plain' | 'sliced' | 'crescent' | 'ringed' | 'glowing' | 'none';

const EVERY_DISC: readonly DiscStyle[] = [
  'plain',
  'plain',
  'sliced',
  'ringed',
  'glowing',
  'crescent',
  'none',
];

/** A sun or moon in the speaking colour. */
export function drawDisc(stage: Stage, disc: Disc, styles: readonly DiscStyle[] = EVERY_DISC): string {
  const { palette: p, random } = stage;
  const { x, y, r } = disc;
  const style = random.pick(styles);
  if (style === 'none') return '';
  if (style === 'sliced') return sliced(stage, disc, p.sun);
  if (style === 'ringed')
    return circle(x, y, r, p.sun) + ring(x, y, r + 11, p.sun, 2) + ring(x, y, r + 22, p.sun, 0.8);
  if (style === 'glowing') return glow(stage, { x, y, r: r * 2.4 }, p.sun, 0.45) + circle(x, y, r, p.sun);
  if (style === 'crescent' && p.dark) {
    const arc = `M${n(x)} ${n(y - r)}A${n(r)} ${n(r)} 0 1 1 ${n(x - r * 0.87)} ${n(y + r * 0.5)}A${n(r * 0.86)} ${n(r * 0.86)} 0 0 0 ${n(x)} ${n(y - r)}Z`;
    return fill(arc, p.sun);
  }
  return circle(x, y, r, p.sun);
}

/** Scattered stars between two heights, a few of them bright. */
export function stars(stage: Stage, count: number, top: number, bottom: number): string {
  const { random: r, palette: p } = stage;
  const dots = (share: number) =>
    repeat(Math.round(count * share), () => `M${r.int(4, 396)} ${r.int(top, bottom)}h0`);
  const cap = 'stroke-linecap="round"';
  return stroke(dots(0.75), p.light, 1.6, `${cap} opacity=".7"`) + stroke(dots(0.25), p.light, 3, cap);
}

/** Long flat clouds with round ends, as in picture scrolls. */
export function scrollClouds(stage: Stage, x: number, y: number, length: number, colour: string): string {
  const { random: r } = stage;
  const weight = r.between(9, 15);
  const bars = repeat(3, (i) => {
    const w = length * r.between(0.45, 0.9) * (i === 1 ? 1.25 : 1);
    return `M${n(x - w / 2 + r.between(-0.18, 0.18) * length)} ${n(y + (i - 1) * weight * 0.98)}h${n(w)}`;
  });
  return stroke(bars, colour, weight, 'stroke-linecap="round"');
}

/** A heaped summer cloud standing on a flat base. */
export function heapCloud(stage: Stage, x: number, base: number, width: number, colour: string): string {
  const { random: r } = stage;
  const puffs = r.int(5, 7);
  return standing(
    stage,
    base,
    repeat(puffs, (i) => {
      const t = (i + 0.5) / puffs - 0.5;
      const size = width * (0.2 - Math.abs(t) * 0.17) * r.between(0.85, 1.2);
      return circle(x + t * width, base - size * r.between(0.35, 0.9), size + width * 0.06, colour);
    }),
  );
}

function standing(stage: Stage, base: number, content: string): string {
  return `<g ${clip(stage, `<path d="M-200 -99H600V${n(base)}H-200Z"/>`)}>${content}</g>`;
}

/** A veil of mist that is thickest at its lower edge. */
export function mist(stage: Stage, top: number, bottom: number, colour: string, opacity = 0.8): string {
  const paint = vertical(stage, [
    [0, colour, 0],
    [0.75, colour, opacity],
    [1, colour, 0],
  ]);
  return rect(0, top, WIDTH, bottom - top, paint);
}

/** Birds far off: shallow brush strokes. */
export function birds(stage: Stage, count: number, x: number, y: number, colour: string): string {
  const { random: r } = stage;
  const wings = repeat(count, () => {
    const s = r.between(4, 9);
    const dx = n(x + r.between(-60, 60));
    const dy = n(y + r.between(-35, 35));
    return `M${dx} ${dy}q${n(s * 0.6)} ${n(-s * 0.7)} ${n(s)} 0q${n(s * 0.4)} ${n(-s * 0.7)} ${n(s)} 0`;
  });
  return stroke(wings, colour, 2, 'stroke-linecap="round"');
}

/** The crest of a range from edge to edge, by repeated halving; roughness 0..1 lowers or keeps the small teeth. */
export function crest(stage: Stage, y: number, relief: number, roughness: number): readonly Point[] {
  const { random: r } = stage;
  let heights = [r.between(-1, 1), r.between(-1, 1), r.between(-1, 1)];
  for (let scale = 0.6; heights.length < 24; scale *= roughness) {
    heights = heights.flatMap((h, i) => {
      const next = heights[i + 1];
      return next === undefined ? [h] : [h, (h + next) / 2 + r.between(-scale, scale)];
    });
  }
  return heights.map((h, i) => [-8 + (416 * i) / (heights.length - 1), y + h * relief] as const);
}

/** Land from a crest down to the bottom edge. */
export function land(points: readonly Point[], colour: string): string {
  return fill(poly([...points, [408, 610], [-8, 610]]), colour);
}
