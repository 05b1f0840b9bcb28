import { backdrop, crest, glow, land, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure } from '../scenery.ts';
import { type Stage, vertical } from '../stage.ts';
import { circle, fill, n, polar, rect, repeat, sheet, stroke } from '../svg.ts';

/** One rocket burst open: rays that fall a little, a light at each end. */
function burst(stage: Stage, x: number, y: number, size: number, colour: string): string {
  const { random: r, palette: p } = stage;
  const rays = r.pick([16, 20, 24]);
  const reach = (i: number) => size * (i % 2 ? 0.72 : 1);
  const path = (d: number, i: number) =>
    polar(x, y + (d / size) ** 2 * 10, d, (i * 360) / rays)
      .map(Math.round)
      .join(' ');
  const trails = repeat(rays, (i) => `M${path(size * 0.2, i)}L${path(reach(i), i)}`);
  const tips = repeat(rays, (i) => `M${path(reach(i) + 9, i)}h0`);
  const cap = 'stroke-linecap="round"';
  return (
    glow(stage, { x, y, r: size * 1.25 }, colour, 0.32) +
    stroke(trails, colour, 2.2, `${cap} stroke-dasharray="${r.pick(['0 7', '9 7', '40 3 0 5'])}"`) +
    stroke(tips, colour, 6, cap) +
    circle(x, y, 4, p.light)
  );
}

/** Fireworks over a river, two people on the bank. */
export function fireworks(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const ground = p.sky;
  const big = r.between(110, 138);
  const spots = r.pick([
    [
      [95, 115],
      [315, 290],
      [220, 190],
    ],
    [
      [310, 110],
      [85, 300],
      [180, 210],
    ],
    [
      [200, 95],
      [330, 250],
      [150, 260],
    ],
  ] as const);
  const sky = spots
    .map(([x, y], i) =>
      burst(
        stage,
        x + r.between(-22, 22),
        y + r.between(-22, 22),
        i === 2 ? big : r.between(52, 82),
        [p.haze, p.light, p.sun][i] ?? p.sun,
      ),
    )
    .join('');
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
    sheet(
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
  const ground = p.sky;
  const rows = [
    { y: r.between(60, 110), s: r.between(0.45, 0.6), count: r.int(5, 7), tone: mix(ground, p.sun, 0.5) },
    { y: r.between(180, 230), s: r.between(0.8, 1), count: r.int(3, 4), tone: mix(ground, p.sun, 0.78) },
    { y: r.between(310, 370), s: r.between(1.4, 2.1), count: r.int(2, 3), tone: p.sun },
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
    sheet(
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

/** Paper lanterns let go over a lake, hundreds of them far away. */
export function skyLanterns(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const paper = vertical(stage, [
    [0, mix(p.sun, p.mid, 0.35)],
    [1, mix(p.sun, p.light, 0.65)],
  ]);
  const lamp = stage.define(
    (id) => `<path id="${id}" d="M-15-20Q0-27 15-20L11 20Q0 24-11 20Z" fill="${paper}"/>`,
  );
  const line = r.between(455, 490);
  const drift = r.between(-70, 70);
  const lamps = repeat(22, (i) => {
    const t = i / 22;
    const s = 0.22 + 1.9 * t ** 2.2;
    const x = 200 + drift * (1 - t) + r.between(-1, 1) * (90 + 110 * t);
    const y = 330 - 270 * r.between(0.1, 1) * (0.5 + t * 0.5) + t * 70;
    return `<use href="#${lamp}" transform="translate(${Math.round(x)} ${Math.round(y)})scale(${Math.round(s * 100) / 100})rotate(${r.int(-9, 9)})"/>`;
  });
  const far = repeat(30, () => `M${r.int(40, 360)} ${r.int(120, 420)}h0`);
  const dashes = repeat(
    18,
    () => `M${r.int(30, 340)} ${Math.round(line + 8 + 100 * r.next())}h${r.int(6, 44)}`,
  );
  const couple = r.chance(0.6) ? figure(stage, 182, 592, 92, p.ink) + figure(stage, 214, 592, 84, p.ink) : '';
  return (
    backdrop(stage, { x: 200, y: 300, r: 10 }, ['fade', 'bands']) +
    stars(stage, 30, 6, 200) +
    stroke(far, p.sun, 3.4, 'stroke-linecap="round" opacity=".8"') +
    land(crest(stage, line - 12, 36, 0.5), p.tone(0.75)) +
    rect(0, line, 400, 150, mix(p.mid, p.ink, 0.3)) +
    stroke(dashes, p.sun, 3, 'stroke-linecap="round" opacity=".7"') +
    lamps +
    fill('M0 610V590Q200 574 400 592V610Z', p.ink) +
    couple
  );
}
