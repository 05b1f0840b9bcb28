import { backdrop, birds, crest, drawDisc, land, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure } from '../scenery.ts';
import { clip, type Stage } from '../stage.ts';
import { circle, fill, group, n, type Point, poly, repeat, ring, sheet, stroke } from '../svg.ts';

/** One great eye, awake. */
export function eye(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const y = r.between(270, 330);
  const open = r.between(90, 135);
  const look = r.between(-26, 26);
  const ground = p.dark ? p.tone(0.86) : p.tone(0.7);
  const lids = `M-10 ${n(y + 6)}Q200 ${n(y - open * 1.9)} 410 ${n(y - 6)}Q200 ${n(y + open * 1.7)} -10 ${n(y + 6)}Z`;
  const iris = open * 0.98;
  const pupil = r.chance(0.6)
    ? fill(
        `M${n(200 + look)} ${n(y - iris * 0.86)}Q${n(226 + look)} ${n(y)} ${n(200 + look)} ${n(y + iris * 0.86)}Q${n(174 + look)} ${n(y)} ${n(200 + look)} ${n(y - iris * 0.86)}Z`,
        p.ink,
      )
    : circle(200 + look, y, iris * 0.4, p.ink);
  const lashes = repeat(11, (i) => {
    const t = (i + 0.5) / 11;
    const lx = 20 + t * 360;
    const ly = y - open * 0.95 * (1 - (2 * t - 1) ** 2) - 2;
    const a = (t - 0.5) * 1.7;
    const l = r.between(44, 82);
    return poly([
      [lx - 9, ly + 6],
      [lx + l * Math.sin(a), ly - l * Math.cos(a)],
      [lx + 9, ly + 6],
    ]);
  });
  const echoes = repeat(4, (i) =>
    stroke(
      `M-10 ${n(y - 30 - i * 34)}Q200 ${n(y - open * 1.9 - 70 - i * 44)} 410 ${n(y - 42 - i * 34)}M-10 ${n(y + 40 + i * 34)}Q200 ${n(y + open * 1.7 + 66 + i * 44)} 410 ${n(y + 30 + i * 34)}`,
      p.tone(0.4),
      4 - i * 0.8,
      'opacity=".7"',
    ),
  );
  const tear = r.chance(0.4)
    ? fill(`M${n(200 + look)} ${n(y + open * 0.9)}q-17 74 0 190q17-116 0-190Z`, p.sun)
    : '';
  const ball =
    circle(200 + look, y, iris, p.sun) +
    ring(
      200 + look,
      y,
      iris * 0.72,
      mix(p.sun, p.ink, 0.45),
      iris * 0.44,
      `stroke-dasharray="${n(r.between(2, 4))} ${n(r.between(4, 8))}"`,
    ) +
    ring(200 + look, y, iris, p.ink, 9) +
    pupil +
    circle(200 + look - iris * 0.34, y - iris * 0.36, iris * 0.17, p.light) +
    circle(200 + look + iris * 0.3, y + iris * 0.34, iris * 0.07, p.light);
  return (
    sheet(ground) +
    echoes +
    fill(lashes, p.ink) +
    fill(lids, p.light) +
    group(ball + stroke(lids, p.ink, 26, 'opacity=".28"'), clip(stage, `<path d="${lids}"/>`)) +
    stroke(lids, p.ink, 10) +
    tear
  );
}

/** A dark full of eyes; one of them has noticed. */
export function manyEyes(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const ground = p.sky;
  const hero = r.pick([5, 6, 9, 10, 13, 14, 17]);
  const eyes = repeat(24, (i) => {
    const row = Math.floor(i / 4);
    const [x, y] = [
      (i % 4) * 104 + 26 + (row % 2) * 38 + r.between(-18, 18),
      row * 96 + 60 + r.between(-22, 22),
    ];
    const noticed = i === hero;
    if (!noticed && r.chance(0.22)) return '';
    const w = noticed ? 66 : r.between(17, 36);
    const h = w * r.between(0.36, 0.62);
    const tone = noticed ? p.sun : mix(ground, p.haze, r.between(0.45, 1));
    const lid = `M${n(-w)} 0Q0 ${n(-h * 2)} ${n(w)} 0Q0 ${n(h * 2)} ${n(-w)} 0Z`;
    const inner = noticed
      ? circle(0, 0, h * 0.86, p.light) +
        fill(`M0 ${n(-h * 0.8)}Q${n(h * 0.4)} 0 0 ${n(h * 0.8)}Q${n(-h * 0.4)} 0 0 ${n(-h * 0.8)}Z`, p.ink)
      : circle(r.between(-0.25, 0.25) * w, 0, h * 0.66, ground);
    return `<g transform="translate(${n(x)} ${n(y)})rotate(${r.int(-14, 14)})">${fill(lid, tone)}${inner}</g>`;
  });
  return sheet(ground) + eyes;
}

const at = ([x, y]: Point) => `${Math.round(x)} ${Math.round(y)}`;

/** A bare tree on a hill before a heavy moon. */
export function deadTree(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(150, 250), y: r.between(200, 270), r: r.between(115, 165) };
  const x = r.between(150, 250);
  const limbs = new Map<number, string>();
  const grow = (from: Point, angle: number, length: number, order: number): void => {
    const bend = angle + r.between(-0.3, 0.3);
    const to: Point = [from[0] + Math.sin(bend) * length, from[1] - Math.cos(bend) * length];
    const lean: Point = [(from[0] + to[0]) / 2 + r.between(-12, 12), (from[1] + to[1]) / 2];
    limbs.set(order, `${limbs.get(order) ?? ''}M${at(from)}Q${at(lean)} ${at(to)}`);
    if (order === 5) return;
    grow(to, bend - r.between(0.2, 0.75), length * r.between(0.6, 0.86), order + 1);
    grow(to, bend + r.between(0.2, 0.75), length * r.between(0.6, 0.86), order + 1);
  };
  grow([x, 520], r.between(-0.16, 0.16), r.between(100, 124), 0);
  const wood = [...limbs].map(([order, d]) => stroke(d, p.ink, 22 * 0.6 ** order + 0.5)).join('');
  const graves = repeat(r.int(0, 4), (i) =>
    fill(`M${60 + i * 84} 560v-34a13 13 0 0 1 26 0v34Z`, p.tone(0.85)),
  );
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 24, 8, 220) : '') +
    drawDisc(stage, disc, ['plain', 'plain', 'glowing']) +
    land(crest(stage, 480, 24, 0.55), p.tone(0.4)) +
    `<g stroke-linecap="round">${wood}</g>` +
    graves +
    fill(`M0 610V548Q${n(x)} ${r.int(480, 500)} 400 556V610Z`, p.ink) +
    birds(stage, r.int(3, 6), 400 - x, 200, p.ink)
  );
}

/** A keyhole, and through it another place. */
export function keyhole(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [200, r.between(215, 245)];
  const size = r.between(88, 112);
  const hole = `M${n(x - size * 0.42)} ${n(y + size * 0.9)}A${n(size)} ${n(size)} 0 1 1 ${n(x + size * 0.42)} ${n(y + size * 0.9)}L${n(x + size * 0.82)} 520H${n(x - size * 0.82)}Z`;
  const disc = { x: x + r.between(-30, 30), y: y + r.between(-20, 20), r: r.between(36, 60) };
  const wall = p.dark ? p.tone(0.92) : p.tone(0.8);
  const inside =
    backdrop(stage, disc, ['fade', 'halo', 'bands']) +
    (p.dark ? stars(stage, 40, 90, 330) : '') +
    drawDisc(stage, disc) +
    land(crest(stage, 400, 26, 0.5), p.tone(0.3)) +
    fill(`M0 610V480Q200 440 400 480V610Z`, p.tone(0.7)) +
    figure(stage, x, 500, 92, p.ink);
  const spill = fill(
    poly([
      [x - size * 0.82, 520],
      [x + size * 0.82, 520],
      [x + size * 1.7, 610],
      [x - size * 1.7, 610],
    ]),
    p.haze,
    'opacity=".35"',
  );
  const panel = r.chance(0.5) ? stroke('M34 34H366V566H34Z', mix(wall, p.haze, 0.22), 3) : '';
  return (
    sheet(wall) + panel + group(inside, clip(stage, `<path d="${hole}"/>`)) + stroke(hole, p.sun, 5) + spill
  );
}
