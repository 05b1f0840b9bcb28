import { mix } from '../colour.ts';
import { clip, type Stage } from '../stage.ts';
import { circle, fill, n, polar, poly, rect, repeat, ring, sheet, stroke } from '../svg.ts';

/** A grid of quarter circles, halves, stripes and dots. */
export function tiles(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const size = r.pick([100, 133.4]);
  const columns = Math.ceil(400 / size - 0.1);
  const rows = Math.ceil(600 / size - 0.1);
  const inks = [p.sun, p.mid, p.haze, p.ink, p.light, p.sky];
  const shapes: readonly ((c: string, d: string) => string)[] = [
    (c) => fill('M0 0H100A100 100 0 0 1 0 100Z', c),
    (c, d) => fill('M0 0H100A100 100 0 0 1 0 100Z', c) + fill('M0 0H50A50 50 0 0 1 0 50Z', d),
    (c) => fill('M0 50A50 50 0 0 1 100 50Z', c) + fill('M0 100A50 50 0 0 1 100 100Z', c),
    (c, d) => circle(50, 50, 40, c) + circle(50, 50, 18, d),
    (c) => stroke('M0 12H100M0 37H100M0 62H100M0 87H100', c, 12.5),
    (c) => fill('M0 0L100 100H0Z', c),
    (c) => fill('M0 0H50L100 50L50 100H0L50 50Z', c),
    (c) =>
      stroke(
        'M20 20h0M50 20h0M80 20h0M20 50h0M50 50h0M80 50h0M20 80h0M50 80h0M80 80h0',
        c,
        15,
        'stroke-linecap="round"',
      ),
    (c) => stroke('M0 0A100 100 0 0 0 100 100M33 0A67 67 0 0 0 100 67M66 0A34 34 0 0 0 100 34', c, 11),
  ];
  return (
    sheet(p.sky) +
    repeat(columns * rows, (i) => {
      const [x, y] = [(i % columns) * size, Math.floor(i / columns) * size];
      const ground = r.pick(inks);
      const front = r.pick(inks.filter((ink) => ink !== ground));
      const third = r.pick(inks.filter((ink) => ink !== front));
      const turn = r.pick([0, 90, 180, 270]);
      return `<g transform="translate(${n(x)} ${n(y)})scale(${Math.round(size * 10) / 1000})"><path d="M0 0H100.5V100.5H0Z" fill="${ground}"/><g transform="rotate(${turn} 50 50)">${r.pick(shapes)(front, third)}</g></g>`;
    })
  );
}

/** A disc in two inks, a wedge driven into it, bars along one slope. */
export function construct(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const angle = r.between(-40, -14);
  const [x, y] = [r.between(150, 250), r.between(220, 330)];
  const size = r.between(105, 150);
  const under = p.dark ? p.haze : p.ink;
  const bars = repeat(r.int(3, 5), (i) =>
    rect(
      -320 + r.between(0, 90),
      24 + i * r.between(28, 40),
      r.between(330, 520),
      r.between(6, 22),
      [p.sun, p.light, under, p.mid][i % 4] ?? p.sun,
    ),
  );
  const half = (sweep: 0 | 1) => `M${n(-size)} 0A${n(size)} ${n(size)} 0 0 ${sweep} ${n(size)} 0Z`;
  const wedge = poly([
    [-r.between(30, 60), -270],
    [r.between(30, 70), -270],
    [0, r.between(90, 190)],
  ]);
  const dots = stroke(
    repeat(5, (i) => repeat(4, (k) => `M${i * 17} ${k * 17}h0`)),
    under,
    6,
    `stroke-linecap="round" transform="translate(${r.int(30, 290)} ${r.int(490, 520)})"`,
  );
  const ground = poly([
    [0, r.between(330, 460)],
    [400, r.between(230, 360)],
    [400, 610],
    [0, 610],
  ]);
  return (
    sheet(p.sky) +
    fill(ground, mix(p.sky, p.haze, 0.6)) +
    `<g transform="translate(${n(x)} ${n(y)})rotate(${n(angle)})">${fill(half(1), p.sun)}${fill(half(0), p.mid)}${bars}</g>` +
    fill(
      wedge,
      p.ink,
      `transform="translate(${n(400 - x)} ${n(y + 40)})rotate(${n(-angle * r.between(0.4, 1.2))})"`,
    ) +
    ring(400 - x + r.between(-30, 50), y - r.between(90, 150), r.between(26, 60), under, r.between(4, 12)) +
    dots
  );
}

/** Two discs that overlap and make a third colour where they meet. */
export function eclipse(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const size = r.between(112, 150);
  const turn = r.between(0, 180);
  const [cx, cy] = [200, r.between(250, 310)];
  const apart = size * r.between(0.42, 0.72);
  const [ax, ay] = polar(cx, cy, apart, turn);
  const [bx, by] = polar(cx, cy, -apart, turn);
  const other = p.dark ? p.haze : p.mid;
  const meet = `<g ${clip(stage, `<circle cx="${n(ax)}" cy="${n(ay)}" r="${n(size)}"/>`)}>${circle(bx, by, size, p.light)}</g>`;
  const level = r.between(430, 480);
  const rules = repeat(r.int(5, 8), (i) =>
    rect(0, level + i * 24, 400, 3 + i * 2.2, i % 3 === 1 ? p.sun : other),
  );
  const lines = repeat(r.int(3, 6), (i) =>
    ring(cx, cy, size + apart + 14 + i * 13, other, 1.4, 'opacity=".7"'),
  );
  return (
    sheet(p.sky) +
    lines +
    circle(ax, ay, size, p.sun) +
    circle(bx, by, size, other) +
    meet +
    (r.chance(0.6)
      ? rules
      : fill(
          poly([
            [0, 600],
            [400, level],
            [400, 600],
          ]),
          p.ink,
        ))
  );
}

/** Stacked arches, as of a town built from one brick. */
export function arches(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const ground = p.sky;
  const inks = [p.sun, p.mid, p.ink, mix(p.haze, p.light, 0.3), p.haze];
  const arch = (x: number, base: number, w: number, h: number, start: number) =>
    repeat(4, (i) => {
      const half = (w * (4 - i)) / 8;
      return fill(
        `M${n(x - half)} ${n(base)}V${n(base - h + w / 2)}A${n(half)} ${n(half)} 0 0 1 ${n(x + half)} ${n(base - h + w / 2)}V${n(base)}Z`,
        inks[(start + i) % inks.length] ?? p.sun,
      );
    });
  const columns = r.pick([2, 3]);
  const w = 400 / columns;
  const body = repeat(columns * 2, (i) => {
    const column = i % columns;
    const back = i < columns;
    return arch(
      w * (column + 0.5),
      back ? 420 : 610,
      w - 4,
      (back ? 240 : 250) + r.between(-20, 70),
      r.int(0, 4),
    );
  });
  return sheet(ground) + circle(r.between(90, 310), r.between(90, 150), r.between(40, 62), p.sun) + body;
}
