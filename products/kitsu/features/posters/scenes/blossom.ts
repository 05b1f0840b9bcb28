import { backdrop, drawDisc, mist } from '../backdrop.ts';
import { mix } from '../colour.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, type Point, rect, repeat, soft, stroke } from '../svg.ts';

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
  const disc = { x: r.between(150, 280), y: r.between(200, 360), r: r.between(95, 150) };
  const wood = p.tone(0.95);
  const flower = blossomSymbol(stage, p.dark ? p.ink : p.sun);
  const y0 = r.between(60, 200);
  const fall = r.between(-10, 45);
  const main: Point[] = [0, 1, 2, 3, 4, 5].map((i) => [
    -20 + i * 76,
    y0 + i * fall * 0.8 + r.between(-26, 26),
  ]);
  const wooden = repeat(5, (i) =>
    stroke(soft(main.slice(0, 6 - i)), wood, 3 + i * 3.2, 'stroke-linecap="round"'),
  );
  const tips: Point[] = [];
  const twigs = main
    .slice(1)
    .flatMap((from, i) =>
      [-1, 1].map((side) => {
        const length = r.between(50, 120) * (1 - i * 0.08);
        const bend: Point = [from[0] + length * 0.35, from[1] + side * length * 0.15];
        const tip: Point = [
          from[0] + length * r.between(0.35, 0.8),
          from[1] + side * length * r.between(0.5, 0.95),
        ];
        tips.push(tip, [(bend[0] + tip[0]) / 2 + 8, (bend[1] + tip[1]) / 2], from);
        return stroke(soft([from, bend, tip]), wood, 3.4 - i * 0.3, 'stroke-linecap="round"');
      }),
    )
    .join('');
  const shades = [p.light, p.dark ? mix(p.sun, p.light, 0.45) : mix(p.sun, p.light, 0.55), p.light];
  const flowers = tips
    .map(([x, y]) => {
      const place = `translate(${n(x + r.between(-9, 9))} ${n(y + r.between(-9, 9))})rotate(${r.int(0, 72)})scale(${n(r.between(0.8, 1.6))})`;
      return `<use href="#${flower}" fill="${r.pick(shades)}" transform="${place}"/>`;
    })
    .join('');
  const petals = repeat(r.int(9, 15), () => {
    const place = `translate(${r.int(10, 390)} ${r.int(300, 590)})rotate(${r.int(0, 360)})`;
    return `<path d="M0-7C6-3 5 5 0 8C-5 5-6-3 0-7Z" fill="${r.pick(shades)}" transform="${place}"/>`;
  });
  return (
    backdrop(stage, disc) +
    drawDisc(stage, disc, ['plain', 'plain', 'ringed', 'glowing']) +
    wooden +
    twigs +
    flowers +
    petals
  );
}

/** Stalks of bamboo near and far before a disc. */
export function bamboo(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(130, 270), y: r.between(170, 330), r: r.between(70, 130) };
  const layers = [
    { count: 7, width: 9, tone: p.tone(0.2) },
    { count: 5, width: 16, tone: p.tone(0.55) },
    { count: 3, width: 30, tone: p.tone(0.95) },
  ];
  const stalks = layers
    .map(({ count, width, tone }, layer) => {
      const gapTone = mix(tone, p.light, 0.28);
      return (
        repeat(count, (i) => {
          const x = ((i + r.between(0.1, 0.9)) * 430) / count - 15;
          const lean = r.between(-16, 16);
          const d = `M${n(x)} 610L${n(x + lean)} -10`;
          const joint = r.between(70, 110) + width;
          const shift = n(r.between(0, 90));
          return (
            stroke(d, tone, width) +
            stroke(d, gapTone, width + 2, `stroke-dasharray="2.4 ${n(joint)}" stroke-dashoffset="${shift}"`) +
            (layer === 2
              ? stroke(
                  `M${n(x - width * 0.28)} 610L${n(x + lean - width * 0.28)} -10`,
                  gapTone,
                  2.4,
                  'opacity=".6"',
                )
              : '')
          );
        }) + (layer < 2 ? mist(stage, 380, 640, p.haze, 0.7) : '')
      );
    })
    .join('');
  const leaf = 'M0 0C14-9 38-9 62 4C38 9 14 9 0 0Z';
  const sprays = repeat(r.int(4, 6), (i) => {
    const [x, y] = [i % 2 ? r.int(250, 400) : r.int(0, 150), r.int(0, 260) + (i > 3 ? 220 : 0)];
    const tone = i % 3 === 2 ? p.sun : p.tone(0.95);
    const leaves = repeat(4, (k) =>
      fill(
        leaf,
        tone,
        `transform="rotate(${(i % 2 ? 180 : 0) + (i % 2 ? -1 : 1) * (18 + k * 24) + r.int(-8, 8)})scale(${n(r.between(0.7, 1.3))})"`,
      ),
    );
    return `<g transform="translate(${x} ${y})">${leaves}</g>`;
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
  const side = mix(p.light, p.mid, 0.45);
  const flock = repeat(r.int(2, 4), (i) =>
    crane(90 + i * 85 + r.between(-25, 25), 480 - i * 95 + r.between(-25, 25), 0.5 + i * 0.17, lit, side),
  );
  const hero = crane(r.between(190, 230), r.between(210, 260), r.between(1.5, 1.9), lit, side);
  const ground = r.chance(0.5)
    ? rect(0, 0, 400, 600, p.sky) + circle(disc.x, disc.y, disc.r, p.sun)
    : backdrop(stage, disc) + drawDisc(stage, disc, ['plain', 'sliced']);
  return ground + flock + hero;
}
