import { backdrop, crest, drawDisc, land, stars } from '../backdrop.ts';
import { contrast } from '../colour.ts';
import { figure } from '../scenery.ts';
import { type Stage, vertical } from '../stage.ts';
import { fill, n, polar, poly, rect, repeat, sheet, stroke } from '../svg.ts';

/** Lines of force running together on somebody, or on one sign: a bolt, a flame, a star. */
export function focus(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [r.between(180, 220), r.between(270, 320)];
  const ground = r.chance(0.5) ? p.sun : p.mid;
  const count = r.int(40, 56);
  const wedges = repeat(count, (i) => {
    const a = (i * 360) / count + r.between(-2.4, 2.4);
    const w = r.between(0.4, 2.4);
    const tip = r.between(165, 270);
    return poly([polar(x, y, tip, a), polar(x, y, 490, a - w), polar(x, y, 490, a + w)]);
  });
  const points = r.int(14, 22);
  const burst = Array.from({ length: points * 2 }, (_, i) =>
    polar(x, y, i % 2 ? r.between(92, 112) : r.between(130, 190), (i * 180) / points),
  );
  const sign = r.pick([
    'M22-128L-52 14H-8L-34 128L56-26H8L44-128Z',
    'M6-124C41-71 86-44 80 24C74 83 33 109 0 112C-44 109-80 77-77 21C-74-12-53-30-50-56C-30-44-24-27-24-9C3-35 18-77 6-124Z',
    'M0-128Q12-12 116 0Q12 12 0 128Q-12 12-116 0Q-12-12 0-128Z',
  ]);
  const hero = r.chance(0.45)
    ? `<ellipse cx="${n(x)}" cy="${n(y + 104)}" rx="62" ry="9" fill="${p.haze}"/>${figure(stage, x, y + 104, r.between(190, 215), p.ink)}`
    : fill(
        sign,
        ground !== p.sun && contrast(p.sun, p.light) > 2.2 ? p.sun : p.ink,
        `transform="translate(${n(x)} ${n(y)})rotate(${r.int(-10, 10)})"`,
      );
  return sheet(ground) + fill(wedges, p.ink) + fill(poly(burst), p.light) + hero;
}

/** A straight road into the evening, poles or palms beside it. */
export function road(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const horizon = r.between(340, 390);
  const x = r.between(160, 240);
  const disc = { x, y: horizon - r.between(20, 70), r: r.between(85, 130) };
  const tarmac = p.tone(0.92);
  const dashes = repeat(6, (i) => {
    const [a, b] = [(i / 6) ** 1.9, ((i + 0.55) / 6) ** 1.9];
    const at = (t: number, s: number) => [x + (200 - x) * t + s * (1 + 7 * t), horizon + 250 * t] as const;
    return poly([at(a, -1), at(a, 1), at(b, 1), at(b, -1)]);
  });
  const poles = repeat(4, (i) => {
    const t = ((i + 1) / 4) ** 1.8;
    const h = 24 + 300 * t;
    const [px, py] = [x + 20 + 210 * t, horizon + 130 * t];
    return `M${n(px)} ${n(py)}v${n(-h)}m${n(-h * 0.11)} ${n(h * 0.1)}h${n(h * 0.22)}`;
  });
  const car = r.chance(0.55)
    ? `<g transform="translate(${n(x - 34)} ${n(horizon + 128)})scale(.62)">${fill('M-72 26V-6L-56-16L-42-50Q0-58 42-50L56-16L72-6V26Z', p.ink)}${fill('M-36-44Q0-50 36-44L46-18H-46Z', p.tone(0.5))}${rect(-66, -4, 38, 11, p.sun, 'rx="4"')}${rect(28, -4, 38, 11, p.sun, 'rx="4"')}${rect(-62, 24, 26, 18, p.ink)}${rect(36, 24, 26, 18, p.ink)}</g>`
    : '';
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 40, 6, 200) : '') +
    drawDisc(stage, disc, ['sliced', 'sliced', 'plain']) +
    land(crest(stage, horizon - 12, 30, 0.55), p.tone(0.5)) +
    rect(
      0,
      horizon,
      400,
      300,
      vertical(stage, [
        [0, p.tone(0.4)],
        [1, p.tone(0.7)],
      ]),
    ) +
    fill(
      poly([
        [x - 5, horizon],
        [x + 5, horizon],
        [390, 620],
        [10, 620],
      ]),
      tarmac,
    ) +
    stroke(`M${n(x - 5)} ${n(horizon)}L10 620M${n(x + 5)} ${n(horizon)}L390 620`, p.sun, 3) +
    fill(dashes, p.light) +
    car +
    stroke(poles, p.ink, 4)
  );
}
