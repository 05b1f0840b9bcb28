import { backdrop, glow, mist, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, type Point, poly, rect, repeat, stroke } from '../svg.ts';

/** Both halves of a symmetric plate, the right one in shade. */
function plate(points: readonly Point[], lit: string, shade: string): string {
  return fill(poly(points.map(([x, y]) => [-x, y] as const)), lit) + fill(poly(points), shade);
}

interface Build {
  readonly jaw: number;
  readonly fin: number;
  readonly sweep: number;
  readonly eyes: 'twin' | 'single' | 'visor';
  readonly crest: boolean;
}

/** The head of a machine about 300 units high, its chin near 0, 200, drawn around the origin. */
function head(stage: Stage, build: Build, armour: string, under: string): string {
  const { palette: p } = stage;
  const dark = mix(armour, p.ink, 0.42);
  const accent = p.sun;
  const eyes = {
    twin: plate(
      [
        [9, 46],
        [70, 22],
        [76, 40],
        [20, 62],
      ],
      p.light,
      p.light,
    ),
    single: rect(-78, 30, 156, 26, p.ink) + circle(-22, 43, 12, accent) + circle(-22, 43, 5, p.light),
    visor: plate(
      [
        [0, 26],
        [80, 18],
        [74, 54],
        [0, 66],
      ],
      accent,
      mix(accent, p.ink, 0.25),
    ),
  }[build.eyes];
  const vents = [0, 1, 2].map((i) => `M-17 ${138 + i * 14}h34`).join('');
  return (
    plate(
      [
        [92, -6],
        [128, 2],
        [134, 92],
        [104, 116],
        [92, 60],
      ],
      mix(armour, p.ink, 0.25),
      mix(armour, p.ink, 0.6),
    ) +
    plate(
      [
        [0, -132],
        [44, -124],
        [90, -84],
        [108, -10],
        [112, 58],
        [88, 64],
        [0, 30],
      ],
      armour,
      dark,
    ) +
    plate(
      [
        [0, 0],
        [84, 12],
        [88, 80],
        [62, 108],
        [0, 110],
      ],
      p.ink,
      p.ink,
    ) +
    eyes +
    plate(
      [
        [112, 52],
        [108, 122],
        [58 + build.jaw, 190],
        [56, 112],
        [90, 74],
      ],
      armour,
      dark,
    ) +
    plate(
      [
        [0, 84],
        [22, 74],
        [56, 114],
        [58 + build.jaw, 178],
        [34, 208],
        [0, 216],
      ],
      mix(armour, p.light, 0.35),
      mix(armour, p.ink, 0.18),
    ) +
    stroke(vents, under, 5) +
    plate(
      [
        [6, -30],
        [30, -46],
        [96 + build.sweep, -150 - build.fin],
        [46, -18],
        [8, -6],
      ],
      p.light,
      mix(p.light, p.mid, 0.45),
    ) +
    (build.crest
      ? plate(
          [
            [0, -168],
            [15, -128],
            [20, -52],
            [0, -20],
          ],
          accent,
          mix(accent, p.ink, 0.3),
        )
      : '') +
    plate(
      [
        [0, -14],
        [12, -26],
        [15, 6],
        [0, 22],
      ],
      accent,
      mix(accent, p.ink, 0.3),
    )
  );
}

const build = (stage: Stage): Build => {
  const r = stage.random;
  return {
    jaw: r.between(-10, 12),
    fin: r.between(-20, 60),
    sweep: r.between(-20, 70),
    eyes: r.pick(['twin', 'twin', 'single', 'visor'] as const),
    crest: r.chance(0.6),
  };
};

/** The head of a giant machine, full face, half of it in shade. */
export function mechaHead(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const size = r.between(0.95, 1.25);
  const y = r.between(300, 340);
  const disc = { x: 200, y: y - 40, r: r.between(150, 185) };
  const armour = r.chance(0.5) ? mix(p.haze, p.light, 0.35) : p.mid;
  const dark = mix(p.mid, p.ink, 0.55);
  const rays = r.chance(0.45)
    ? repeat(
        18,
        (i) =>
          `M200 ${n(y)}L${n(200 + 520 * Math.cos(i / 2.86))} ${n(y + 520 * Math.sin(i / 2.86))}L${n(200 + 520 * Math.cos(i / 2.86 + 0.17))} ${n(y + 520 * Math.sin(i / 2.86 + 0.17))}Z`,
      )
    : '';
  const shoulders =
    plate(
      [
        [0, 640],
        [0, 210],
        [40, 190],
        [96, 240],
        [225, 285],
        [225, 640],
      ],
      dark,
      p.ink,
    ) +
    plate(
      [
        [70, 232],
        [110, 205],
        [235, 262],
        [235, 420],
        [130, 330],
      ],
      mix(p.mid, p.ink, 0.2),
      mix(p.mid, p.ink, 0.7),
    );
  return (
    backdrop(stage, disc, ['flat', 'fade', 'bands']) +
    (rays && fill(rays, p.haze, 'opacity=".35"')) +
    (rays ? '' : circle(disc.x, disc.y, disc.r, r.chance(0.6) ? p.sun : p.haze)) +
    `<g transform="translate(200 ${n(y)})scale(${n(size)})">${shoulders}${head(stage, build(stage), armour, p.ink)}</g>`
  );
}

/** A giant machine standing in mist over a small town, eyes alight. */
export function colossus(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(170, 230);
  const disc = { x: x + r.between(-60, 60), y: r.between(150, 210), r: r.between(80, 120) };
  const body = p.tone(0.62);
  const edge = p.tone(0.8);
  const eye = p.dark ? p.light : p.sun;
  const torso =
    plate(
      [
        [0, 600],
        [0, 100],
        [26, 96],
        [52, 108],
        [92, 104],
        [90, 240],
        [60, 330],
        [74, 600],
      ],
      body,
      edge,
    ) +
    plate(
      [
        [58, 92],
        [120, 96],
        [150, 150],
        [140, 210],
        [96, 190],
      ],
      edge,
      p.tone(0.88),
    ) +
    plate(
      [
        [112, 200],
        [140, 196],
        [146, 330],
        [128, 440],
        [104, 330],
      ],
      body,
      edge,
    );
  const machine = `${torso}<g transform="translate(0 52)scale(.3)">${head(stage, { ...build(stage), eyes: 'twin' }, body, p.ink)}</g>${plate(
    [
      [4, 68],
      [20, 60],
      [22, 65],
      [6, 72],
    ],
    eye,
    eye,
  )}`;
  const town = repeat(12, (i) => {
    const top = r.between(500, 560);
    return `M${i * 36 - 10} 610V${n(top)}h${r.int(20, 34)}V610Z`;
  });
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 26, 6, 160) : '') +
    circle(disc.x, disc.y, disc.r, p.sun) +
    `<g transform="translate(${n(x)} ${n(r.between(110, 150))})scale(${n(r.between(1.05, 1.3))})">${machine}</g>` +
    glow(stage, { x, y: 205, r: 60 }, eye, 0.3) +
    mist(stage, 330, 560, p.haze, 0.85) +
    fill(
      repeat(9, (i) => `M${i * 50 - 20} 610V${r.int(455, 520)}h${r.int(24, 46)}V610Z`),
      p.tone(0.72),
    ) +
    fill(town, p.ink) +
    stroke(
      repeat(9, (i) => `M${i * 46 + 12} ${r.int(560, 580)}V600`),
      p.dark ? p.sun : p.light,
      4,
      'stroke-dasharray="5 6"',
    )
  );
}
