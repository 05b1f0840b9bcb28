import { backdrop, crest, drawDisc, land, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { type Stage, vertical } from '../stage.ts';
import { circle, fill, n, polar, poly, rect, repeat, ring, stroke } from '../svg.ts';

/** Lines of force running together on one sign: a bolt, a star, a flame. */
export function focus(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [r.between(180, 220), r.between(270, 330)];
  const ground = r.chance(0.5) ? p.sun : p.haze;
  const count = r.int(44, 62);
  const wedges = repeat(count, (i) => {
    const a = (i * 360) / count + r.between(-2.4, 2.4);
    const w = r.between(0.5, 2.6);
    return poly([polar(x, y, r.between(120, 215), a), polar(x, y, 480, a - w), polar(x, y, 480, a + w)]);
  });
  const size = r.between(1.5, 1.9);
  const signs = [
    'M14-78L-46 12H-8L-22 78L46-22H6L28-78Z',
    'M0-82L17-19L80-12L24 12L40 74L0 34L-40 74L-24 12L-80-12L-17-19Z',
    'M4-84C28-48 58-30 54 16C50 56 22 74 0 76C-30 74-54 52-52 14C-50-8-36-20-34-38C-20-30-16-18-16-6C2-24 12-52 4-84Z',
  ];
  const sign = r.pick(signs);
  const place = `translate(${n(x)} ${n(y)})rotate(${r.int(-12, 12)})scale(${n(size)})`;
  const front = ground === p.sun ? p.light : p.sun;
  return (
    rect(0, 0, 400, 600, ground) +
    fill(wedges, p.ink) +
    fill(
      sign,
      p.ink,
      `transform="translate(9 10)${place}" stroke="${p.ink}" stroke-width="9" stroke-linejoin="round"`,
    ) +
    fill(sign, front, `transform="${place}" stroke="${p.ink}" stroke-width="5" stroke-linejoin="round"`)
  );
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

/** Fireworks over a river, two people on the bank. */
export function fireworks(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const ground = p.dark ? p.sky : p.ink;
  const colours = [p.sun, p.light, p.haze];
  const burst = (x: number, y: number, size: number, colour: string) => {
    const petals = r.pick([14, 18, 22]);
    const rings = 6;
    return (
      repeat(rings, (k) => {
        const d = (size * (k + 1.4)) / (rings + 0.4);
        const gap = (6.2832 * d) / petals;
        return ring(
          x,
          y,
          d,
          colour,
          1.5 + k * 0.95 * (size / 110),
          `stroke-dasharray="0 ${n(gap * 10) === '0' ? '1' : (Math.round(gap * 1000) / 1000).toString()}" stroke-linecap="round"${k < 2 ? ' opacity=".6"' : ''}`,
        );
      }) + circle(x, y, 4, p.light)
    );
  };
  const big = r.between(110, 138);
  const sky =
    burst(r.between(60, 130), r.between(90, 140), r.between(56, 76), colours[2] ?? p.haze) +
    burst(r.between(290, 340), r.between(250, 320), r.between(62, 84), colours[1] ?? p.light) +
    burst(r.between(190, 250), r.between(160, 220), big, p.sun);
  const line = 470;
  const rise = stroke(
    `M${r.int(180, 220)} ${line}Q210 380 ${r.int(205, 235)} 320`,
    p.sun,
    1.6,
    'opacity=".6"',
  );
  const bank = repeat(11, (i) => `M${i * 40 - 8} ${line + 2}v${-r.int(8, 34)}h${r.int(20, 38)}v40Z`);
  const shimmer = repeat(16, () => `M${r.int(40, 350)} ${r.int(line + 12, 560)}h${r.int(10, 60)}`);
  const couple = [160, 196]
    .map(
      (cx) =>
        `<g fill="${p.ink}"><circle cx="${cx}" cy="536" r="11"/><path d="M${cx - 16} 600v-34q0-18 16-18t16 18v34Z"/></g>`,
    )
    .join('');
  return (
    rect(
      0,
      0,
      400,
      600,
      vertical(stage, [
        [0, ground],
        [0.8, mix(ground, p.mid, 0.8)],
      ]),
    ) +
    stars(stage, 30, 5, 400) +
    rise +
    sky +
    fill(bank, p.ink) +
    rect(0, line, 400, 140, mix(ground, p.mid, 0.45)) +
    stroke(shimmer, p.sun, 2.6, 'stroke-linecap="round" opacity=".55"') +
    fill('M0 610V588Q200 566 400 588V610Z', p.ink) +
    couple
  );
}

/** Lanterns on their strings over a festival street. */
export function lanterns(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const shape = stage.define(
    (id) =>
      `<g id="${id}"><path d="M-26-30C-40-12-40 12-26 30H26C40 12 40-12 26-30Z"/><path d="M-33-15H33M-36 0H36M-33 15H33" stroke="${p.ink}" stroke-width="1.4" opacity=".45"/><path d="M-15-38H15V-29H-15ZM-15 29H15V38H-15Z" fill="${p.ink}"/><path d="M0 38V56" stroke="${p.ink}" stroke-width="3"/></g>`,
  );
  const ground = p.dark ? p.sky : p.ink;
  const rows = [
    { y: 90, s: 0.5, count: 6, tone: mix(ground, p.sun, 0.55) },
    { y: 210, s: 0.85, count: 4, tone: mix(ground, p.sun, 0.8) },
    { y: r.between(340, 380), s: 1.5, count: 3, tone: p.sun },
  ];
  const strings = rows
    .map(({ y, s, count, tone }, k) => {
      const tilt = r.between(-46, 46);
      const sag = r.between(16, 40);
      const at = (t: number) => [-20 + t * 440, y + tilt * (t - 0.5) + sag * Math.sin(t * Math.PI)] as const;
      const shift = r.between(-0.35, 0.35) / count;
      const hung = repeat(count, (i) => {
        const [x, ly] = at((i + 0.5) / count + shift);
        const lamp = k === 2 && i === 1 ? p.light : tone;
        return `<use href="#${shape}" fill="${lamp}" transform="translate(${n(x)} ${n(ly + 42 * s)})scale(${n(s)})"/>`;
      });
      const rope = `M-20 ${n(at(0)[1])}Q200 ${n(at(0.5)[1] + sag)} 420 ${n(at(1)[1])}`;
      return stroke(rope, mix(ground, p.haze, 0.4), 1.5 + k) + hung;
    })
    .join('');
  const people = repeat(11, (i) => {
    const [x, h] = [i * 42 - 10 + r.between(-9, 9), r.between(524, 548)];
    return `<circle cx="${n(x)}" cy="${n(h)}" r="13"/><path d="M${n(x - 21)} 610V${n(h + 34)}q0-20 21-20t21 20V610Z"/>`;
  });
  return (
    rect(
      0,
      0,
      400,
      600,
      vertical(stage, [
        [0, ground],
        [0.9, mix(ground, p.mid, 0.9)],
      ]),
    ) +
    stars(stage, 40, 5, 380) +
    strings +
    `<g fill="${p.ink}">${people}</g>`
  );
}
