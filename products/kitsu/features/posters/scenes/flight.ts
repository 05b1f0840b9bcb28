import { backdrop, crest, heapCloud, land, scrollClouds } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { rooftops, treeline } from '../scenery.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, rect, repeat, stroke } from '../svg.ts';

/** A balloon over hills and morning mist. */
export function balloon(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const one = (x: number, y: number, s: number) => {
    const stripes = [
      'M-24-60C-30-20-18 24-8 44H8C18 24 30-20 24-60Q0-66-24-60Z',
      'M-8-63C-10-20-6 24-3 44H3C6 24 10-20 8-63Z',
    ];
    return `<g transform="translate(${n(x)} ${n(y)})scale(${n(s)})">${fill('M0-64C44-64 62-34 58-6C52 22 24 34 12 46H-12C-24 34-52 22-58-6C-62-34-44-64 0-64Z', p.sun)}${fill(stripes[0] ?? '', p.light)}${fill(stripes[1] ?? '', mix(p.sun, p.ink, 0.35))}${stroke('M-11 46L-8 66M11 46L8 66', p.ink, 1.6)}${rect(-10, 66, 20, 15, p.ink, 'rx="3"')}</g>`;
  };
  const disc = { x: r.between(100, 300), y: r.between(240, 360), r: r.between(50, 90) };
  const hills = repeat(4, (i) => {
    const y = 400 + i * 48;
    return fill(
      `M0 610V${n(y + r.between(-20, 20))}Q${r.int(70, 160)} ${n(y - r.between(30, 70))} 220 ${n(y)}T400 ${n(y - r.between(-10, 40))}V610Z`,
      p.tone(0.15 + i * 0.26),
    );
  });
  return (
    backdrop(stage, disc) +
    circle(disc.x, disc.y, disc.r, mix(p.haze, p.light, 0.75)) +
    one(r.between(50, 130), r.between(230, 340), r.between(0.35, 0.6)) +
    one(r.between(300, 355), r.between(80, 300), r.between(0.45, 0.8)) +
    one(r.between(150, 240), r.between(170, 250), r.between(1.2, 1.9)) +
    hills
  );
}

/** A folded paper plane and the loop it has flown, over roofs or trees. */
export function paperPlane(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [r.between(190, 290), r.between(120, 240)];
  const lit = p.light;
  const fold = mix(p.light, p.mid, 0.5);
  const folded = (px: number, py: number, s: number, turn: number) =>
    `<g transform="translate(${n(px)} ${n(py)})rotate(${turn})scale(${n(s)})">${fill('M92-62L-84-14L-30 12Z', lit)}${fill('M92-62L-30 12L-22 56Z', fold)}${fill('M92-62L-22 56L2 22Z', mix(fold, p.ink, 0.35))}${fill('M92-62L2 22L48 44Z', lit)}</g>`;
  const low = r.between(330, 410);
  const [lx, ly, s] = [r.between(110, 180), low - r.between(50, 120), r.between(24, 58)];
  const loop = `M-10 ${n(low + 60)}C${n(lx)} ${n(low + 70)} ${n(lx + s * 1.6)} ${n(ly + s)} ${n(lx + s)} ${n(ly)}S${n(lx - s * 1.4)} ${n(ly - s)} ${n(lx - s)} ${n(ly + s * 0.4)}S${n(x - 110)} ${n(ly)} ${n(x - 30)} ${n(y + 44)}`;
  const others = r.chance(0.5)
    ? ''
    : folded(r.between(60, 120), r.between(60, 150), r.between(0.35, 0.6), r.int(-24, 10)) +
      folded(r.between(280, 350), low + r.between(-40, 30), r.between(0.3, 0.5), r.int(-24, 10));
  const cloud = p.dark ? p.tone(0.15) : p.light;
  const ground = r.pick([
    () => rooftops(stage, 520, p.tone(0.55)) + rooftops(stage, 565, p.ink),
    () =>
      land(crest(stage, 500, 30, 0.5), p.tone(0.4)) +
      treeline(stage, 560, 50, p.tone(0.7)) +
      treeline(stage, 596, 70, p.ink),
    () => heapCloud(stage, 90, 640, 420, p.tone(0.3)) + heapCloud(stage, 330, 650, 380, p.tone(0.5)),
  ])();
  return (
    backdrop(stage, { x, y, r: 60 }, ['fade', 'bands', 'halo']) +
    heapCloud(stage, r.between(60, 160), 490, 300, cloud) +
    heapCloud(stage, r.between(280, 360), 510, 260, mix(cloud, p.haze, 0.4)) +
    ground +
    stroke(loop, p.sun, 4, 'stroke-dasharray="1 13" stroke-linecap="round"') +
    others +
    folded(x, y, r.between(0.95, 1.7), r.int(-24, 12))
  );
}

/** Aircraft in formation, seen from below, each drawing its line. */
export function squadron(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const craft = stage.define(
    (id) =>
      `<path id="${id}" d="M0-46L7-20L11 6L44 30V38L11 30L9 42L18 52V56L0 52L-18 56V52L-9 42L-11 30L-44 38V30L-11 6L-7-20Z"/>`,
  );
  const angle = r.between(8, 36);
  const pairs = r.int(1, 3);
  const body = p.dark ? p.light : p.ink;
  const gap = r.between(56, 74);
  const wing = (side: number, i: number) => {
    const [dx, dy] = [side * gap * i, gap * 0.9 * i];
    const trail = stroke(`M${n(dx)} ${n(dy + 58)}V760`, p.light, 7, `opacity="${p.dark ? 0.3 : 0.75}"`);
    return `${trail}<use href="#${craft}" x="${n(dx)}" y="${n(dy)}" fill="${i === 0 ? p.sun : body}"/>`;
  };
  const formation = wing(0, 0) + repeat(pairs, (i) => wing(-1, i + 1) + wing(1, i + 1));
  const clouds = repeat(4, (i) =>
    scrollClouds(
      stage,
      r.between(60, 340),
      90 + i * 140 + r.between(-30, 30),
      r.between(130, 240),
      mix(p.haze, p.light, p.dark ? 0.12 : 0.6),
    ),
  );
  return (
    backdrop(stage, { x: 300, y: 80, r: 30 }, ['fade', 'bands', 'flat']) +
    clouds +
    `<g transform="translate(${r.int(200, 240)} ${r.int(150, 220)})rotate(${n(angle)})scale(${n(r.between(0.95, 1.3))})">${formation}</g>`
  );
}
