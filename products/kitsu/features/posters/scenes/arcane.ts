import { backdrop, glow, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure, grass } from '../scenery.ts';
import { radial, type Stage } from '../stage.ts';
import { circle, fill, n, type Point, polar, poly, repeat, ring, sheet, stroke } from '../svg.ts';

/** Twenty-four signs of no alphabet on a circle, as path data. */
function runesAround({ random: r }: Stage, x: number, y: number, distance: number): string {
  return repeat(24, (i) => {
    const [gx, gy] = polar(x, y, distance, i * 15 + 7);
    return `M${n(gx)} ${n(gy)}${r.pick(['v8m-3-4h6', 'l4 7h-8Z', 'v-7l5 7v-7', 'h6l-6 6h6', 'a3 3 0 1 0 .1 0'])}`;
  });
}

/** A magic circle: rings, a star, signs on the rim, something in the heart of it. */
export function sigil(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [200, r.between(250, 310)];
  const size = r.between(140, 168);
  const ground = p.sky;
  const line = p.sun;
  const tips = r.pick([5, 6, 7, 8]);
  const skip = tips === 5 ? 2 : r.int(2, Math.floor((tips - 1) / 2));
  const turn = -90 + (r.chance(0.5) ? 0 : 180 / tips);
  const tip = (i: number, d: number) => polar(x, y, d, turn + (360 * i) / tips);
  const star = repeat(tips, (i) => poly([tip(i, size * 0.72), tip(i + skip, size * 0.72)], false));
  const knots = repeat(tips, (i) => {
    const [kx, ky] = tip(i, size * 0.72);
    return (
      circle(kx, ky, 13, ground, `stroke="${line}" stroke-width="2.4"`) +
      circle(kx, ky, r.between(3, 6), p.light)
    );
  });
  const runes = runesAround(stage, x, y, size * 0.88);
  const heart = r.pick([
    fill(
      `M${n(x)} ${n(y - 34)}A34 34 0 1 1 ${n(x - 29)} ${n(y + 17)}A29 29 0 0 0 ${n(x)} ${n(y - 34)}Z`,
      p.light,
    ),
    circle(x, y, 26, p.light) + circle(x, y, 12, ground),
    fill(
      poly([
        [x, y - 46],
        [x + 12, y - 12],
        [x + 46, y],
        [x + 12, y + 12],
        [x, y + 46],
        [x - 12, y + 12],
        [x - 46, y],
        [x - 12, y - 12],
      ]),
      p.light,
    ),
  ]);
  const halo = radial(stage, [
    [0, p.mid],
    [0.6, mix(ground, p.mid, 0.5)],
    [1, ground],
  ]);
  const hill = `M0 610V560Q200 ${r.int(500, 530)} 400 565V610Z`;
  const caster = r.chance(0.7) ? fill(hill, p.ink) + figure(stage, 200, 540, 66, p.ink) : '';
  return (
    sheet(ground) +
    circle(x, y, 300, halo) +
    stars(stage, 46, 6, 560) +
    ring(x, y, size, line, 3) +
    ring(x, y, size * 0.95, line, 1.2) +
    ring(x, y, size * 0.8, line, 1.6) +
    ring(
      x,
      y,
      size * 1.1,
      line,
      5,
      `stroke-dasharray="${r.pick(['1 11', '2 7 14 7', '26 9'])}" opacity=".7"`,
    ) +
    stroke(runes, p.light, 1.7) +
    stroke(star, line, 2.4) +
    ring(x, y, size * 0.36, line, 2) +
    knots +
    heart +
    caster
  );
}

/** A drawn constellation over a hill, somebody below it, a star falling. */
export function constellation(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: 200, y: 520, r: 10 };
  const count = r.int(6, 8);
  const points: Point[] = [];
  for (let i = 0; i < count; i++) {
    points.push([
      70 + (260 * i) / (count - 1) + r.between(-26, 26),
      110 + 140 * Math.abs(Math.sin(i * 1.3 + count)) + r.between(-40, 60),
    ]);
  }
  const branch = points[r.int(1, count - 2)] ?? [200, 200];
  const twig: Point = [branch[0] + r.between(-40, 40), branch[1] + r.between(70, 110)];
  const lines = poly(points, false) + poly([branch, twig], false);
  const line = p.dark ? p.haze : p.tone(0.7);
  const bright = p.dark ? p.light : p.ink;
  const spark = ([x, y]: Point, s: number) =>
    fill(
      `M${n(x)} ${n(y - s)}Q${n(x)} ${n(y)} ${n(x + s)} ${n(y)}Q${n(x)} ${n(y)} ${n(x)} ${n(y + s)}Q${n(x)} ${n(y)} ${n(x - s)} ${n(y)}Q${n(x)} ${n(y)} ${n(x)} ${n(y - s)}Z`,
      bright,
    );
  const hearts = [...points, twig]
    .map((point, i) =>
      i === 2
        ? circle(point[0], point[1], 9, p.sun) + ring(point[0], point[1], 16, p.sun, 1.4)
        : spark(point, r.between(8, 17)),
    )
    .join('');
  const hill = r.int(490, 520);
  const x = r.between(90, 310);
  const fall = r.chance(0.6)
    ? stroke(`M${r.int(240, 380)} ${r.int(30, 80)}l-92 62`, p.light, 2.4, 'stroke-linecap="round"')
    : '';
  return (
    backdrop(stage, disc, ['fade', 'bands']) +
    stars(stage, 110, 5, 440) +
    fall +
    stroke(lines, line, 1.5) +
    hearts +
    fill(`M0 610V${hill + 30}Q${n(x)} ${hill - 34} 400 ${hill + 40}V610Z`, p.ink) +
    figure(stage, x, hill + 12, r.between(52, 72), p.ink) +
    grass(stage, 600, 30, 60, p.ink)
  );
}

/** Two lights on one thread: a line that wanders from one small figure to the other. */
export function thread(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(140, 260), y: r.between(180, 260), r: r.between(84, 130) };
  const y = r.between(500, 530);
  const [a, b] = [r.between(60, 96), r.between(304, 340)];
  const red = p.dark ? p.light : p.sun;
  const rise = r.between(150, 230);
  const loop = `M${n(a + 8)} ${n(y - 34)}C${n(a + 90)} ${n(y + 40)} 262 ${n(y - rise * 0.4)} 248 ${n(y - rise)}C238 ${n(y - rise - 66)} 162 ${n(y - rise - 66)} 152 ${n(y - rise)}C138 ${n(y - rise * 0.4)} ${n(b - 90)} ${n(y + 40)} ${n(b - 8)} ${n(y - 28)}`;
  const ground = `M0 610V${y + 8}Q110 ${y - 10} 190 ${y + 46}T400 ${y - 2}V610Z`;
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 40, 8, 300) : '') +
    glow(stage, { ...disc, r: disc.r * 1.9 }, p.sun, 0.3) +
    circle(disc.x, disc.y, disc.r, p.dark ? p.sun : mix(p.haze, p.light, 0.7)) +
    fill(`M0 610V${y - 40}Q200 ${y - 90} 400 ${y - 30}V610Z`, p.tone(0.32)) +
    fill(ground, p.ink) +
    figure(stage, a, y + 4, 84, p.ink) +
    figure(stage, b, y + 10, 84, p.ink) +
    stroke(loop, red, 2.6, 'stroke-linecap="round"')
  );
}
