import { backdrop, birds, crest, drawDisc, glow, land, mist, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure, glitter, treeline } from '../scenery.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, group, n, poly, rect, repeat, sheet } from '../svg.ts';

/** A shrine gate standing on a line: w across the posts, h to the lintel. */
function torii(x: number, base: number, w: number, h: number, colour: string, shade: string): string {
  const y = base - h;
  const lintel = `M${n(x - w * 0.66)} ${n(y - h * 0.06)}Q${n(x)} ${n(y + h * 0.03)} ${n(x + w * 0.66)} ${n(y - h * 0.06)}L${n(x + w * 0.61)} ${n(y + h * 0.05)}Q${n(x)} ${n(y + h * 0.1)} ${n(x - w * 0.61)} ${n(y + h * 0.05)}Z`;
  const under = `M${n(x - w * 0.59)} ${n(y + h * 0.05)}Q${n(x)} ${n(y + h * 0.1)} ${n(x + w * 0.59)} ${n(y + h * 0.05)}l${n(-w * 0.02)} ${n(h * 0.045)}Q${n(x)} ${n(y + h * 0.145)} ${n(x - w * 0.57)} ${n(y + h * 0.095)}Z`;
  const post = (s: number) =>
    poly([
      [x + s * w * 0.37, y + h * 0.1],
      [x + s * w * 0.45, y + h * 0.1],
      [x + s * w * 0.5, base],
      [x + s * w * 0.4, base],
    ]);
  const foot = (s: number) => rect(x + s * w * 0.45 - w * 0.065, base - h * 0.07, w * 0.13, h * 0.07, shade);
  return (
    fill(post(-1) + post(1), colour) +
    foot(-1) +
    foot(1) +
    rect(x - w * 0.53, y + h * 0.25, w * 1.06, h * 0.065, colour) +
    rect(x - w * 0.035, y + h * 0.1, w * 0.07, h * 0.16, colour) +
    fill(under, shade) +
    fill(lintel, colour)
  );
}

/** A gate in the shallows before a disc, with its reflection. */
export function waterGate(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(170, 230);
  const base = r.between(430, 470);
  const disc = { x: x + r.between(-70, 70), y: base - r.between(150, 260), r: r.between(70, 130) };
  const red = p.dark ? p.ink : p.sun;
  const colour = r.chance(0.5) ? p.ink : red;
  const w = r.between(190, 240);
  const h = r.between(190, 250);
  const horizon = base - 42;
  const reflection = group(
    torii(x, base, w, h, colour, colour),
    `transform="matrix(1 0 0 -.7 0 ${n(base * 1.7)})" opacity=".28"`,
  );
  return (
    backdrop(stage, disc) +
    drawDisc(stage, disc, ['plain', 'plain', 'sliced', 'glowing']) +
    land(crest(stage, horizon - 12, 24, 0.5), p.tone(0.25)) +
    mist(stage, horizon - 70, horizon + 6, p.haze) +
    rect(0, horizon, 400, 300, mix(p.haze, p.mid, 0.5)) +
    glitter(stage, disc.x, horizon, 120, p.dark ? p.sun : p.light) +
    reflection +
    torii(x, base, w, h, colour, colour === p.ink ? p.tone(0.8) : p.ink) +
    birds(stage, r.int(0, 3), 90, 120, p.tone(p.dark ? 0 : 0.9))
  );
}

/** A path through many gates, one behind the other, towards a light. */
export function gatePath(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [r.between(185, 215), r.between(310, 350)];
  const gates = 6;
  const row = repeat(gates, (i) => {
    const t = i / (gates - 1);
    const s = 0.13 * (1 / 0.13) ** t;
    const tone = t < 0.5 ? mix(p.light, p.sun, 0.35 + t * 1.3) : mix(p.sun, p.ink, (t - 0.5) * 1.5);
    const veil = i < gates - 2 ? glow(stage, { x, y: y + 40 * s, r: 300 * s }, p.sun, 0.16) : '';
    return torii(x, y + 330 * s, 390 * s, 630 * s, tone, mix(tone, p.ink, 0.45)) + veil;
  });
  const steps = repeat(8, (i) => {
    const s = 0.13 * 7.7 ** ((i + 0.5) / 8);
    return rect(x - 150 * s, y + 330 * s, 300 * s, 34 * s, mix(p.haze, p.ink, 0.2 + i * 0.09));
  });
  const path = fill(
    poly([
      [x - 16, y + 40],
      [x + 16, y + 40],
      [x + 190, 620],
      [x - 190, 620],
    ]),
    mix(p.mid, p.ink, 0.35),
  );
  return (
    sheet(mix(p.ink, p.mid, 0.3)) +
    glow(stage, { x, y, r: 330 }, p.haze, 0.75) +
    circle(x, y - 8, 40, p.light) +
    path +
    steps +
    figure(stage, x, y + 74, r.between(44, 56), p.ink) +
    row
  );
}

/** A five-storeyed pagoda among trees. */
export function pagoda(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(140, 260);
  const floors = r.int(3, 5);
  const base = 520;
  const rise = 66;
  const disc = { x: x + r.between(-90, 90), y: r.between(150, 260), r: r.between(70, 125) };
  const top = base - floors * rise;
  const storeys = repeat(floors, (k) => {
    const i = floors - 1 - k;
    const y = base - i * rise;
    const w = 92 - i * 9;
    const e = w + 34;
    const roof = `M${n(x - e)} ${n(y - rise + 16)}Q${n(x - w * 0.7)} ${n(y - rise + 10)} ${n(x - w * 0.45)} ${n(y - rise - 16)}H${n(x + w * 0.45)}Q${n(x + w * 0.7)} ${n(y - rise + 10)} ${n(x + e)} ${n(y - rise + 16)}Q${n(x)} ${n(y - rise + 34)} ${n(x - e)} ${n(y - rise + 16)}Z`;
    return (
      rect(x - w * 0.55, y - rise + 14, w * 1.1, rise - 12, p.tone(0.8)) +
      rect(x - w * 0.16, y - rise + 32, w * 0.32, rise - 32, p.dark ? p.sun : p.light, 'opacity=".85"') +
      fill(roof, p.ink)
    );
  });
  const spire =
    rect(x - 2, top - 92, 4, 80, p.ink) +
    repeat(4, (i) => rect(x - 9 + i, top - 76 + i * 13, 18 - i * 2, 3.5, p.ink));
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 30, 10, 220) : '') +
    drawDisc(stage, disc) +
    land(crest(stage, 430, 34, 0.5), p.tone(0.18)) +
    mist(stage, 380, 520, p.haze, 0.6) +
    spire +
    storeys +
    treeline(stage, 540, 60, p.tone(0.7)) +
    treeline(stage, 590, 80, p.ink)
  );
}
