import { backdrop, glow } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure } from '../scenery.ts';
import { type Stage, vertical } from '../stage.ts';
import { circle, fill, n, type Point, poly, rect, repeat, sheet, stroke } from '../svg.ts';

/** Shelves of books to the ceiling, a ladder, somebody on it. */
export function library(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const back = mix(p.ink, p.mid, 0.3);
  const inks = [p.sun, p.mid, p.haze, mix(p.light, p.haze, 0.4), mix(p.sun, p.mid, 0.5), p.tone(0.7)];
  const spines = inks.map(() => '');
  const rows = 5;
  for (let k = 0; k < rows; k++) {
    const shelf = 112 + k * 120;
    for (let x = 6; x < 390; ) {
      const w = r.int(12, 30);
      if (r.chance(0.07)) {
        x += r.int(20, 46);
        continue;
      }
      const h = r.int(58, 96);
      spines[r.int(0, inks.length - 1)] += `M${x} ${shelf}v${-h}h${w}v${h}Z`;
      x += w + 2;
    }
  }
  const books = spines.map((d, i) => fill(d, inks[i] ?? p.sun)).join('');
  const bands = repeat(rows, (k) =>
    stroke(
      `M${r.int(6, 30)} ${98 + k * 120}H396M${r.int(6, 40)} ${72 + k * 120}H396`,
      p.light,
      3,
      `stroke-dasharray="${r.int(7, 10)} ${r.int(33, 61)}" opacity=".7"`,
    ),
  );
  const shelves = repeat(rows, (k) => rect(0, 112 + k * 120, 400, 9, p.ink));
  const lx = r.between(90, 230);
  const ladder =
    stroke(`M${n(lx)} 610L${n(lx + 62)} -10M${n(lx + 58)} 610L${n(lx + 120)} -10`, p.ink, 9) +
    stroke(
      repeat(9, (i) => `M${n(lx + 3 + i * 6.4)} ${585 - i * 64}h58`),
      p.ink,
      6,
    );
  const lamp = { x: 400 - lx, y: r.between(120, 220), r: 260 };
  return (
    sheet(back) +
    books +
    bands +
    shelves +
    glow(stage, lamp, p.light, 0.28) +
    ladder +
    figure(stage, lx + 66, 396, r.between(150, 168), p.ink)
  );
}

const KING =
  'M-40 0V-16L-28-26Q-14-70-16-112H-28V-122H-20Q-36-150-22-176L-8-170V-186H-18V-196H-8V-208H8V-196H18V-186H8V-170L22-176Q36-150 20-122H28V-112H16Q14-70 28-26L40-16V0Z';
const PAWN = 'M-32 0V-14L-22-22Q-10-48-11-70H-19V-79H-12A21 21 0 1 1 12-79H19V-70H11Q10-48 22-22L32-14V0Z';

/** Two pieces on a board that runs to the horizon, their shadows long. */
export function chess(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const horizon = r.between(300, 340);
  const vx = r.between(150, 250);
  const at = (column: number, row: number): Point => {
    const t = 1 / (1 + row * 0.42);
    return [vx + (column - 4) * 108 * t, horizon + (620 - horizon) * t];
  };
  let dark = '';
  for (let row = 0; row < 9; row++) {
    for (let column = (row % 2) - 3; column < 11; column += 2) {
      const tile = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)];
      if (tile.some(([x]) => x > -10 && x < 410))
        dark += poly(tile.map(([x, y]) => [Math.round(x), Math.round(y)] as const));
    }
  }
  const piece = (shape: string, x: number, y: number, s: number, lit: string, shade: string) => {
    const half = stage.define((id) => `<clipPath id="${id}"><path d="M0-220H60V5H0Z"/></clipPath>`);
    const shadow = `<path d="${shape}" transform="matrix(1 0 1.5 -.42 0 0)" fill="${p.ink}" opacity=".35"/>`;
    return `<g transform="translate(${n(x)} ${n(y)})scale(${n(s)})">${shadow}${fill(shape, lit)}<g clip-path="url(#${half})">${fill(shape, shade)}</g></g>`;
  };
  const king = p.dark ? p.light : p.ink;
  const small = r.chance(0.5);
  const [kx, px] = [r.between(110, 160), r.between(265, 310)];
  return (
    backdrop(stage, { x: vx, y: 160, r: 60 }, ['fade', 'halo', 'bands']) +
    rect(
      0,
      horizon,
      400,
      310,
      vertical(stage, [
        [0, p.haze],
        [1, mix(p.haze, p.light, 0.6)],
      ]),
    ) +
    fill(dark, p.tone(0.72)) +
    piece(KING, kx, 500, r.between(1.5, 1.8), king, mix(king, p.mid, 0.45)) +
    piece(small ? PAWN : KING, px, small ? 560 : 430, small ? 1.3 : 0.75, p.sun, mix(p.sun, p.ink, 0.35))
  );
}

/** A cage with its door open, and the bird outside it. */
export function birdcage(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(165, 235);
  const [top, foot, half] = [190, 440, r.between(82, 100)];
  const wire = p.dark ? p.light : p.ink;
  const rails = [-1, -0.62, -0.22, 0.22, 0.62, 1]
    .map((t) => `M${n(x + half * t)} ${foot}V${top + 70}Q${n(x + half * t)} ${top + 6} ${n(x)} ${top}`)
    .join('');
  const bird = `<g transform="translate(${n(x + r.between(70, 110))} ${r.int(110, 150)})rotate(${r.int(-24, 4)})scale(${n(r.between(0.9, 1.25))})">${fill('M-44 10C-30-8-8-14 14-10C22-22 38-22 44-12L58-8L45-3C40 14 18 24-6 20L-52 34L-38 18Z', p.sun)}${fill('M-18 0C-30-34-22-64 6-86C8-50 22-28 18-4Z', mix(p.sun, p.light, 0.4))}${circle(36, -11, 2.6, p.ink)}</g>`;
  const feathers = repeat(r.int(3, 6), () =>
    fill(
      'M0 0C10-8 24-8 34 0C24 5 10 6 0 0Z',
      p.sun,
      `transform="translate(${Math.round(x + r.between(-90, 110))} ${r.int(260, 560)})rotate(${r.int(-60, 60)})scale(${n(r.between(0.5, 0.9))})"`,
    ),
  );
  const leaves = repeat(12, (i) =>
    fill(
      'M0 0C18-18 40-14 52 0C40 14 18 16 0 0Z',
      p.tone(i % 3 ? 0.75 : 0.55),
      `transform="translate(${i % 2 ? 400 - r.int(0, 40) : r.int(0, 40)} ${Math.round(470 + (i / 12) * 130)})rotate(${i % 2 ? 180 + r.int(-40, 50) : r.int(-50, 40)})scale(${n(r.between(1, 1.9))})"`,
    ),
  );
  return (
    backdrop(stage, { x, y: 300, r: 120 }, ['halo', 'flat', 'fade']) +
    leaves +
    stroke(`M${n(x)} -10V${top - 22}`, wire, 3) +
    stroke(`M${n(x)} ${top - 24}a11 11 0 1 0 .1 0`, wire, 4) +
    stroke(rails, wire, 3.6) +
    stroke(`M${n(x - half)} ${top + 74}H${n(x + half)}M${n(x - half)} ${top + 160}H${n(x + half)}`, wire, 3) +
    rect(x - half - 10, foot, half * 2 + 20, 14, wire, 'rx="7"') +
    fill(
      poly([
        [x + half, top + 90],
        [x + half + 58, top + 74],
        [x + half + 58, top + 200],
        [x + half, foot - 30],
      ]),
      'none',
      `stroke="${wire}" stroke-width="3.6"`,
    ) +
    stroke(
      `M${n(x - 32)} ${foot - 70}H${n(x + 32)}M${n(x - 32)} ${foot - 70}L${n(x)} ${top}L${n(x + 32)} ${foot - 70}`,
      wire,
      2.4,
    ) +
    feathers +
    bird
  );
}
