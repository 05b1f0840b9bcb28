import { backdrop, birds, crest, drawDisc, heapCloud, land, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure, grass, rooftops } from '../scenery.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, ring, stroke } from '../svg.ts';

function pole(x: number, top: number, size: number, colour: string): string {
  const arms = [0.05, 0.14, 0.24].map((t, i) => {
    const y = top + 420 * size * t;
    const w = (62 - i * 10) * size;
    return `M${n(x - w)} ${n(y)}h${n(w * 2)}`;
  });
  const pins = [0.05, 0.14].flatMap((t) =>
    [-0.8, -0.4, 0.4, 0.8].map(
      (s) => `M${n(x + s * 58 * size)} ${n(top + 420 * size * t - 2)}v${n(-11 * size)}`,
    ),
  );
  return (
    stroke(`M${n(x)} ${n(top)}V620`, colour, 9 * size) +
    stroke(arms.join(''), colour, 5 * size) +
    stroke(pins.join(''), colour, 5 * size, 'stroke-linecap="round"') +
    rect(x + 6 * size, top + 120 * size, 30 * size, 50 * size, colour, `rx="${n(5 * size)}"`)
  );
}

/** Wires from pole to pole against an evening sky, roofs below. */
export function wires(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(120, 330), y: r.between(220, 400), r: r.between(40, 95) };
  const near = { x: r.between(70, 130), top: r.between(60, 120), size: 1.05 };
  const far = { x: r.between(270, 330), top: near.top + r.between(120, 170), size: 0.55 };
  const ink = p.ink;
  const lines = repeat(6, (i) => {
    const t = i < 4 ? 0.05 : 0.14;
    const s = [-0.8, -0.4, 0.4, 0.8, -0.8, 0.8][i] ?? 0;
    const a = [near.x + s * 58, near.top + 420 * t - 12] as const;
    const b = [far.x + s * 32, far.top + 230 * t - 7] as const;
    const sag = 44 + (i % 3) * 12;
    return `M${n(a[0] - 260)} ${n(a[1] - 130)}Q${n(a[0] - 90)} ${n(a[1] + 20)} ${n(a[0])} ${n(a[1])}Q${n((a[0] + b[0]) / 2)} ${n((a[1] + b[1]) / 2 + sag)} ${n(b[0])} ${n(b[1])}Q${n(b[0] + 50)} ${n(b[1] + 34)} 420 ${n(b[1] + 44)}`;
  });
  const cloud = mix(p.haze, p.light, 0.55);
  const perched = repeat(
    r.int(0, 3),
    (i) => `<ellipse cx="${n(165 + i * 34)}" cy="${n(near.top + 88 + i * 19)}" rx="8" ry="5" fill="${ink}"/>`,
  );
  return (
    backdrop(stage, disc, ['fade', 'bands', 'halo']) +
    heapCloud(stage, r.between(220, 330), 470, 320, cloud) +
    drawDisc(stage, disc, ['plain', 'sliced']) +
    heapCloud(stage, r.between(40, 140), 500, 260, mix(cloud, p.mid, 0.25)) +
    pole(far.x, far.top, far.size, p.tone(0.82)) +
    stroke(lines, ink, 2) +
    perched +
    rooftops(stage, 530, p.tone(0.78)) +
    pole(near.x, near.top, near.size, ink) +
    rooftops(stage, 572, ink)
  );
}

/** A railway crossing on a summer day, lamps and stripes, the sea or fields behind. */
export function crossing(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(240, 290);
  const disc = { x: r.between(70, 170), y: r.between(120, 250), r: r.between(45, 85) };
  const horizon = r.between(410, 440);
  const top = 120;
  const stripe = p.dark ? p.sun : mix(p.sun, p.light, 0.1);
  const board = (a: number) =>
    `<g transform="rotate(${a} ${n(x)} ${top + 40})">${rect(x - 92, top + 27, 184, 26, p.light)}${stroke(`M${n(x - 84)} ${top + 40}H${n(x + 92)}`, p.ink, 26, 'stroke-dasharray="20 30" stroke-dashoffset="-14"')}</g>`;
  const lamp = (lx: number, lit: boolean) =>
    circle(lx, 268, 29, p.ink) +
    circle(lx, 268, 19, lit ? p.sun : p.tone(0.7)) +
    (lit ? ring(lx, 268, 36, p.sun, 3) + circle(lx - 5, 262, 5, p.light) : '');
  const post =
    rect(x - 9, top, 18, 500, p.light) + stroke(`M${n(x)} ${top}V620`, p.ink, 18, 'stroke-dasharray="30 30"');
  const arm = `<g transform="rotate(${n(r.between(-9, 3))} ${n(x)} 400)">${rect(-60, 394, x + 90, 13, p.light)}${stroke(`M-60 400.5H${n(x + 30)}`, stripe, 13, 'stroke-dasharray="26 26"')}</g>`;
  const rails =
    fill(
      poly([
        [0, 560],
        [400, 530],
        [400, 537],
        [0, 568],
      ]),
      p.haze,
    ) +
    fill(
      poly([
        [0, 590],
        [400, 556],
        [400, 564],
        [0, 600],
      ]),
      p.haze,
    );
  return (
    backdrop(stage, disc, ['fade', 'bands', 'flat']) +
    drawDisc(stage, disc, ['plain', 'ringed']) +
    heapCloud(stage, 120, horizon, 300, p.dark ? p.tone(0.25) : p.light) +
    land(crest(stage, horizon, 16, 0.5), p.tone(0.42)) +
    rect(0, horizon + 40, 400, 200, p.tone(0.75)) +
    rails +
    grass(stage, 610, 40, 60, p.ink) +
    post +
    board(28) +
    board(-28) +
    rect(x - 62, 258, 124, 20, p.ink, 'rx="6"') +
    lamp(x - 48, true) +
    lamp(x + 48, false) +
    arm
  );
}

/** A school roof at the end of the day: fence, water tank, somebody at the rail. */
export function rooftop(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(100, 300), y: r.between(190, 320), r: r.between(55, 115) };
  const floor = 500;
  const x = r.between(90, 200);
  const posts = repeat(9, (i) => `M${i * 50} ${floor - 128}V${floor}`);
  const mesh = stage.define(
    (id) =>
      `<pattern id="${id}" width="14" height="14" patternUnits="userSpaceOnUse"><path d="M0 0L14 14M14 0L0 14" stroke="${p.ink}" stroke-width=".9"/></pattern>`,
  );
  const tank =
    rect(300, floor - 250, 84, 84, p.ink, 'rx="10"') +
    stroke(
      `M310 ${floor - 170}V${floor}M374 ${floor - 170}V${floor}M310 ${floor - 90}L374 ${floor - 140}`,
      p.ink,
      6,
    );
  return (
    backdrop(stage, disc, ['fade', 'bands', 'halo']) +
    (p.dark ? stars(stage, 24, 6, 160) : heapCloud(stage, 300, 420, 330, p.light)) +
    drawDisc(stage, disc) +
    birds(stage, r.int(2, 5), 120, 130, p.tone(p.dark ? 0 : 0.9)) +
    rooftops(stage, 425, p.tone(0.3)) +
    rooftops(stage, 470, p.tone(0.5)) +
    rect(0, floor - 128, 400, 128, `url(#${mesh})`) +
    stroke(posts, p.ink, 4) +
    stroke(`M0 ${floor - 128}H400M0 ${floor - 64}H400`, p.ink, 4) +
    figure(stage, x, floor + 6, r.between(118, 140), p.ink) +
    (r.chance(0.5) ? figure(stage, x + 52, floor + 6, r.between(112, 128), p.ink) : '') +
    (r.chance(0.6) ? tank : '') +
    rect(0, floor, 400, 110, p.ink) +
    rect(0, floor + 10, 400, 5, p.tone(0.8)) +
    rect(0, floor + 64, 400, 3, p.tone(0.8))
  );
}
