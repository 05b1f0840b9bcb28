import { glow, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure } from '../scenery.ts';
import { type Stage, vertical } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, sheet, stroke } from '../svg.ts';

/** A vending machine, the only light in the street. */
export function vending(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(70, 120);
  const floor = 500;
  const top = 230;
  const shelves = repeat(3, (k) => {
    const y = top + 44 + k * 50;
    const tins = [p.sun, p.mid, p.ink].map((ink, i) =>
      stroke(`M${n(x + 24 + i * 17)} ${y}H${n(x + 124)}`, ink, 28, `stroke-dasharray="11 ${40}"`),
    );
    return `${tins.join('')}${rect(x + 14, y + 16, 112, 4, p.ink)}`;
  });
  const machine =
    rect(x, top, 140, floor - top, p.sun, 'rx="7"') +
    rect(x + 10, top + 16, 120, 166, p.light, 'rx="4"') +
    shelves +
    rect(x + 14, top + 196, 62, 26, mix(p.sun, p.ink, 0.6), 'rx="3"') +
    rect(x + 92, top + 194, 30, 40, mix(p.sun, p.ink, 0.6), 'rx="3"') +
    circle(x + 107, top + 206, 4, p.light) +
    rect(x + 10, floor - 18, 120, 18, mix(p.sun, p.ink, 0.6));
  const wall =
    fill(`M0 ${floor}V150L180 190V${floor}Z`, mix(p.ink, p.mid, 0.42)) +
    fill(`M180 190L400 150V${floor}H180Z`, mix(p.ink, p.mid, 0.25));
  const pole =
    stroke(`M330 -10V${floor + 20}M300 60h70M306 84h58`, p.ink, 8) +
    stroke('M-10 30Q160 110 332 60T420 40M-10 60Q170 130 332 84', p.ink, 2);
  const snow = r.chance(0.5)
    ? stroke(
        repeat(50, () => `M${r.int(0, 400)} ${r.int(0, 590)}h0`),
        p.light,
        4,
        'stroke-linecap="round" opacity=".8"',
      )
    : '';
  const pool = fill(
    poly([
      [x, floor],
      [x + 140, floor],
      [x + 250, 610],
      [x - 90, 610],
    ]),
    p.light,
    'opacity=".35"',
  );
  return (
    sheet(
      vertical(stage, [
        [0, p.sky],
        [0.6, mix(p.sky, p.haze, 0.5)],
      ]),
    ) +
    stars(stage, 40, 5, 150) +
    wall +
    rect(0, floor, 400, 110, mix(p.ink, p.mid, 0.3)) +
    glow(stage, { x: x + 70, y: top + 110, r: 250 }, p.light, 0.5) +
    pool +
    machine +
    figure(stage, x + r.between(150, 178), floor + 36, r.between(160, 184), p.ink) +
    pole +
    snow
  );
}

/** The front of a house by night: some windows lit, each with its own life. */
export function facade(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const wall = mix(p.ink, p.mid, 0.5);
  const [columns, rows] = r.pick([
    [4, 6],
    [3, 5],
  ] as const);
  const [w, h] = [400 / columns, 600 / rows];
  const hero = r.int(columns, columns * (rows - 1) - 1);
  const sitter = stage.define(
    (id) =>
      `<path id="${id}" d="M-14 0C-16-13-10-25-7-31C-13-37-13-46-11-53L-5-47Q0-49 5-47L11-53C13-46 13-37 7-31C10-25 16-13 14 0Z" fill="${p.ink}"/>`,
  );
  const lives: readonly ((x: number, y: number, ww: number, hh: number) => string)[] = [
    (x, y, ww, hh) => figure(stage, x + ww * 0.5, y + hh + 14, hh * 0.95, p.ink),
    (x, y, ww, hh) => `<use href="#${sitter}" x="${n(x + ww * 0.6)}" y="${n(y + hh)}"/>`,
    (x, y, ww, hh) =>
      stroke(`M${n(x + ww * 0.5)} ${n(y)}v${n(hh * 0.3)}`, p.ink, 2) +
      fill(
        `M${n(x + ww * 0.3)} ${n(y + hh * 0.45)}l${n(ww * 0.1)} ${n(-hh * 0.16)}h${n(ww * 0.2)}l${n(ww * 0.1)} ${n(hh * 0.16)}Z`,
        p.ink,
      ),
    (x, y, ww, hh) =>
      fill(
        `M${n(x)} ${n(y)}h${n(ww * 0.42)}q${n(-ww * 0.06)} ${n(hh * 0.7)} ${n(-ww * 0.42)} ${n(hh)}ZM${n(x + ww)} ${n(y)}h${n(-ww * 0.42)}q${n(ww * 0.06)} ${n(hh * 0.7)} ${n(ww * 0.42)} ${n(hh)}Z`,
        mix(p.haze, p.mid, 0.4),
      ),
    (x, y, ww, hh) =>
      rect(x + ww * 0.35, y + hh * 0.76, ww * 0.3, hh * 0.24, p.ink) +
      stroke(
        `M${n(x + ww * 0.5)} ${n(y + hh * 0.78)}q-16-8-14-30m14 30q0-20 2-40m-2 40q16-8 15-26`,
        p.ink,
        4,
        'stroke-linecap="round"',
      ),
  ];
  const windows = repeat(columns * rows, (i) => {
    const [ww, hh] = [w * 0.6, h * 0.62];
    const [x, y] = [(i % columns) * w + w * 0.2, Math.floor(i / columns) * h + h * 0.18];
    const lone = i === hero;
    const lit = lone || r.chance(0.4);
    const glass = lone ? p.sun : lit ? mix(p.haze, p.light, 0.45) : mix(wall, p.ink, 0.55);
    const life = lone
      ? (lives[0]?.(x, y, ww, hh - 14) ?? '')
      : lit
        ? r.pick(lives.slice(1))(x, y, ww, hh)
        : '';
    return `${rect(x, y, ww, hh, glass)}${life}${rect(x - 5, y + hh, ww + 10, 6, mix(wall, p.haze, 0.45))}`;
  });
  const bars = repeat(columns, (i) => `M${n(i * w + w / 2)} 0V600`);
  const courses = repeat(rows, (i) => rect(0, i * h - 3, 400, 5, mix(wall, p.ink, 0.4)));
  return (
    sheet(wall) +
    courses +
    windows +
    stroke(bars, wall, 3) +
    glow(
      stage,
      { x: (hero % columns) * w + w / 2, y: Math.floor(hero / columns) * h + h / 2, r: w * 1.3 },
      p.sun,
      0.35,
    )
  );
}
