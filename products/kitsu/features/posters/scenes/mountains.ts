import { backdrop, birds, crest, drawDisc, land, mist, scrollClouds, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { glitter, treeline } from '../scenery.ts';
import type { Stage } from '../stage.ts';
import { fill, type Point, poly, rect, repeat } from '../svg.ts';

/** A faceted mountain: a lit face, a face in shade, snow on top. */
function mountain(
  stage: Stage,
  x: number,
  top: number,
  base: number,
  half: number,
  nearness: number,
): string {
  const { random: r, palette: p } = stage;
  const h = base - top;
  const wobble = () => r.between(-0.06, 0.06) * half;
  const left: Point[] = [0.2, 0.45, 0.72].map((t) => [x - half * t + wobble(), top + h * t ** 0.92]);
  const right: Point[] = [0.22, 0.5, 0.75].map((t) => [x + half * t + wobble(), top + h * t ** 0.95]);
  const spine: Point[] = [0.18, 0.36, 0.6, 0.8].map((t, i) => [
    x + (i % 2 ? -0.07 : 0.1) * half * (0.5 + t),
    top + h * t,
  ]);
  const foot: Point = [x + half * 0.05, base];
  const body = poly([[x, top], ...right, [x + half, base], [x - half, base], ...left.toReversed()]);
  const shade = poly([[x, top], ...right, [x + half, base], foot, ...spine.toReversed()]);
  const [l, q] = [left[0], right[0]];
  const snow =
    l && q
      ? poly([
          [x, top],
          q,
          [x + half * 0.1, top + h * 0.17],
          [x + half * 0.03, top + h * 0.27],
          [x - half * 0.07, top + h * 0.16],
          [x - half * 0.13, top + h * 0.25],
          l,
        ])
      : '';
  return (
    fill(body, p.tone(nearness)) +
    fill(shade, p.tone(nearness + 0.17)) +
    fill(snow, mix(p.light, p.haze, nearness * 0.5))
  );
}

/** Two or three faceted peaks under a large disc, forest at their feet. */
export function peaks(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(110, 290), y: r.between(130, 250), r: r.between(50, 120) };
  const count = r.int(2, 3);
  const start = r.between(40, 150);
  const range = repeat(count, (i) => {
    const x = (start + (i * 230) / (count - 0.6)) % 400;
    const top = r.between(200, 270) + i * 48;
    return (
      mountain(stage, x, top, 560, (560 - top) * r.between(0.62, 0.8), 0.16 + i * 0.2) +
      mist(stage, 400, 560, p.haze, 0.5)
    );
  });
  const sky = p.dark ? stars(stage, 34, 10, 240) : birds(stage, 5, 300, 110, p.tone(0.8));
  return (
    backdrop(stage, disc) +
    sky +
    drawDisc(stage, disc) +
    land(crest(stage, 400, 26, 0.5), p.tone(0.1)) +
    range +
    treeline(stage, 545, 48, p.tone(0.82)) +
    treeline(stage, 590, 95, p.ink)
  );
}

/** One great snow-capped cone, a disc beside its shoulder, a lake or clouds below. */
export function volcano(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(150, 250);
  const top = r.between(215, 275);
  const base = r.between(455, 480);
  const side = r.chance(0.5) ? 1 : -1;
  const disc = { x: x + side * r.between(0, 110), y: top - r.between(-40, 90), r: r.between(52, 96) };
  const halfAt = (t: number) => 20 + 235 * t ** 1.5;
  const steps = [0, 0.15, 0.3, 0.45, 0.6, 0.8, 1];
  const slope = (sign: number, until: number): Point[] =>
    steps.filter((t) => t <= until).map((t) => [x + sign * halfAt(t), top + (base - top) * t]);
  const crater: Point[] = [
    [x - 8, top + 6],
    [x + 4, top + 2],
  ];
  const teeth: Point[] = [];
  for (let i = 1; i < 9; i++) {
    const t = i / 9;
    const w = halfAt(0.45);
    teeth.push([
      x + w - t * 2 * w,
      top + (base - top) * (i % 2 ? r.between(0.2, 0.28) : r.between(0.42, 0.56)),
    ]);
  }
  const cone = poly([...slope(-1, 1).toReversed(), ...crater, ...slope(1, 1)]);
  const snow = poly([...slope(-1, 0.45).toReversed(), ...crater, ...slope(1, 0.45), ...teeth]);
  const lake = r.chance(0.5);
  const ground = lake
    ? rect(0, base, 400, 150, p.tone(0.3)) + glitter(stage, disc.x, base + 6, 130, p.sun)
    : scrollClouds(stage, x - 90, base - 20, 190, p.light) +
      scrollClouds(stage, x + 120, base + 12, 220, p.haze);
  return (
    backdrop(stage, disc) +
    drawDisc(stage, disc, ['plain', 'plain', 'sliced']) +
    fill(cone, p.tone(0.55)) +
    fill(snow, p.light) +
    (lake ? '' : land(crest(stage, base + 6, 14, 0.5), p.tone(0.75))) +
    ground +
    treeline(stage, 592, lake ? 46 : 90, p.ink) +
    birds(stage, 4, 400 - disc.x, top - 90, p.tone(p.dark ? 0 : 0.9))
  );
}
