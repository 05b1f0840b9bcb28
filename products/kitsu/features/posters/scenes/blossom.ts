import { backdrop, drawDisc, mist } from '../backdrop.ts';
import { mix } from '../colour.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, type Point, repeat, sheet, soft, stroke } from '../svg.ts';

function blossomSymbol(stage: Stage, heart: string): string {
  return stage.define((id) => {
    const petal = '<path d="M0 0C-9-6-8-16-2-18L0-15L2-18C8-16 9-6 0 0Z"/>';
    const others = [72, 144, 216, 288]
      .map((a) => petal.replace('<path', `<path transform="rotate(${a})"`))
      .join('');
    return `<g id="${id}">${petal}${others}<circle r="2.8" fill="${heart}"/></g>`;
  });
}

/** A flowering branch across a disc, petals coming down. */
export function sakura(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(150, 280), y: r.between(220, 400), r: r.between(85, 155) };
  const wood = p.tone(0.95);
  const flower = blossomSymbol(stage, p.dark ? p.ink : p.sun);
  const y0 = r.between(90, 260);
  const fall = r.between(-26, 44);
  const main: Point[] = [0, 1, 2, 3, 4, 5].map((i) => [-20 + i * 84, y0 + i * fall + r.between(-30, 30)]);
  const between = (i: number): Point => {
    const [a, b] = [main[i] ?? [0, y0], main[i + 1] ?? [400, y0]];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  const reach = (pieces: number) =>
    `M-20 ${n(y0)}${repeat(pieces, (i) => `Q${(main[i] ?? [0, 0]).map(n).join(' ')} ${between(i).map(n).join(' ')}`)}`;
  const branch = repeat(4, (i) => stroke(reach(5 - i), wood, 4.5 + i * 4, 'stroke-linecap="round"'));
  const tips: Point[] = [];
  const twigs = repeat(6, (i) => {
    const from = between(i % 5);
    const side = i % 2 ? 1 : -1;
    const length = r.between(70, 130);
    const knee: Point = [from[0] + length * 0.4, from[1] + side * length * 0.15];
    const tip: Point = [
      from[0] + length * r.between(0.4, 0.85),
      from[1] + side * length * r.between(0.5, 0.95),
    ];
    tips.push(
      tip,
      [tip[0] - 22, tip[1] - side * 6],
      [(knee[0] + tip[0]) / 2 + 8, (knee[1] + tip[1]) / 2],
      from,
    );
    return soft([from, knee, tip]);
  });
  const shades = p.dark
    ? [p.light, mix(p.sun, p.mid, 0.5), mix(p.light, p.haze, 0.55)]
    : [p.light, mix(p.sun, p.light, 0.5), p.light];
  const placed = (x: number, y: number) =>
    `translate(${Math.round(x)} ${Math.round(y)})rotate(${r.int(0, 72)})`;
  const flowers = tips
    .map(([x, y]) => {
      const where = `${placed(x + r.between(-9, 9), y + r.between(-9, 9))}scale(${n(r.between(0.8, 1.7))})`;
      return `<use href="#${flower}" fill="${r.pick(shades)}" transform="${where}"/>`;
    })
    .join('');
  const petals = repeat(r.int(7, 11), () =>
    fill(
      'M0-7C6-3 5 5 0 8C-5 5-6-3 0-7Z',
      r.pick(shades),
      `transform="${placed(r.int(10, 390), r.int(330, 590))}"`,
    ),
  );
  return (
    backdrop(stage, disc) +
    drawDisc(stage, disc, ['plain', 'plain', 'ringed', 'glowing']) +
    branch +
    stroke(twigs, wood, 3.6, 'stroke-linecap="round"') +
    flowers +
    petals
  );
}

/** Stalks of bamboo near and far before a disc. */
export function bamboo(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(130, 270), y: r.between(170, 330), r: r.between(70, 130) };
  const layers = [
    { count: 6, width: 9, tone: p.tone(0.2) },
    { count: 4, width: 17, tone: p.tone(0.55) },
    { count: 3, width: 34, tone: p.tone(0.92) },
  ];
  const stalks = layers
    .map(({ count, width, tone }, layer) => {
      const joint = mix(tone, p.light, 0.45);
      const line = repeat(count, (i) => {
        const x = ((i + r.between(0.1, 0.9)) * 430) / count - 15;
        const d = `M${Math.round(x)} 610L${Math.round(x + r.between(-16, 16))} -10`;
        const dash = `stroke-dasharray="${layer + 2} ${r.int(80, 130)}" stroke-dashoffset="${r.int(0, 90)}"`;
        return stroke(d, tone, width) + stroke(d, joint, width + 3, dash);
      });
      return line + (layer < 2 ? mist(stage, 380, 640, p.haze, 0.7) : '');
    })
    .join('');
  const spray = stage.define((id) => {
    const leaf = 'M0 0Q34-12 78 8Q34 10 0 0Z';
    const leaves = [12, 40, 68, 100].map(
      (a, i) => `<path d="${leaf}" transform="rotate(${a})scale(${1.15 - (i % 2) * 0.35})"/>`,
    );
    return `<g id="${id}">${leaves.join('')}</g>`;
  });
  const sprays = repeat(r.int(5, 8), (i) => {
    const side = i % 2 ? -1 : 1;
    const x = i % 2 ? r.int(260, 400) : r.int(0, 140);
    const y = Math.round(-20 + i * 62 + r.between(-30, 30));
    const colour = i % 4 === 3 ? p.sun : p.tone(i % 3 ? 0.92 : 0.7);
    return `<use href="#${spray}" fill="${colour}" transform="translate(${x} ${y})scale(${side * 1.1} ${n(r.between(0.9, 1.4))})rotate(${r.int(-25, 20)})"/>`;
  });
  return backdrop(stage, disc) + drawDisc(stage, disc, ['plain', 'sliced', 'glowing']) + stalks + sprays;
}

/** Folded cranes in flight over a plain ground. */
export function cranes(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(120, 280), y: r.between(200, 400), r: r.between(90, 150) };
  const crane = (x: number, y: number, s: number, lit: string, side: string) => {
    const place = `transform="translate(${n(x)} ${n(y)})rotate(${r.int(-16, 10)})scale(${n(s)})"`;
    return `<g ${place}>${fill('M-8 0L-78 18L-20 24Z', side)}${fill('M-20 24L-2-62L22 8Z', side)}${fill('M-20 24L22 8L10 34Z', mix(side, p.ink, 0.35))}${fill('M22 8L72-34L30 26Z', lit)}${fill('M72-34L90-24L66-26Z', p.sun)}${fill('M-6 20L44-84L24 12Z', lit)}${fill('M-20 24L24 12L10 34Z', mix(lit, side, 0.5))}</g>`;
  };
  const lit = p.light;
  const side = mix(p.light, p.mid, 0.55);
  const flock = repeat(r.int(2, 4), (i) =>
    crane(80 + i * 95 + r.between(-25, 25), 510 - i * 52 + r.between(-30, 30), 0.48 + i * 0.14, lit, side),
  );
  const hero = crane(r.between(190, 230), r.between(210, 260), r.between(1.5, 1.9), lit, side);
  const plain = p.dark ? p.sky : p.tone(0.45);
  const ground =
    p.dark && r.chance(0.5)
      ? backdrop(stage, disc) + drawDisc(stage, disc, ['plain', 'sliced'])
      : sheet(plain) + circle(disc.x, disc.y, disc.r, p.dark ? p.sun : mix(plain, p.sun, 0.85));
  return ground + flock + hero;
}
