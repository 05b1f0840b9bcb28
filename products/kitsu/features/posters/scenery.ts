import type { Stage } from './stage.ts';
import { circle, fill, n, type Point, poly, repeat, stroke } from './svg.ts';

/** Somebody standing, seen small from behind: feet at x, y. */
export function figure(stage: Stage, x: number, y: number, height: number, colour: string): string {
  const u = height / 100;
  const skirt = stage.random.chance(0.5);
  const at = (dx: number, dy: number): Point => [x + dx * u, y + dy * u];
  const coat = skirt
    ? poly([at(-9, -80), at(9, -80), at(8, -52), at(17, -30), at(-17, -30), at(-8, -52)])
    : poly([at(-12, -80), at(12, -80), at(15, -26), at(-15, -26)]);
  const legs = `M${n(x - 6 * u)} ${n(y - 32 * u)}V${n(y)}M${n(x + 6 * u)} ${n(y - 32 * u)}V${n(y)}`;
  const hair = skirt ? fill(poly([at(-9, -92), at(9, -92), at(12, -66), at(-12, -66)]), colour) : '';
  return fill(coat, colour) + stroke(legs, colour, 7 * u) + circle(x, y - 90 * u, 10 * u, colour) + hair;
}

/** One conifer as a closed outline: foot at x, y. */
export function conifer(x: number, y: number, height: number): string {
  const half = height * 0.24;
  const right: Point[] = [];
  const left: Point[] = [];
  for (let i = 1; i <= 4; i++) {
    const w = (half * i) / 4;
    const drop = y - height + (height * 0.94 * i) / 4;
    right.push([x + w, drop], [x + w * 0.5, drop - height * 0.03]);
    left.unshift([x - w * 0.5, drop - height * 0.03], [x - w, drop]);
  }
  return poly([[x, y - height], ...right, [x + 2, y], [x - 2, y], ...left]);
}

/** A row of conifers along a line, as one path that ends at the bottom edge. */
export function treeline(stage: Stage, y: number, height: number, colour: string): string {
  const { random: r } = stage;
  let d = `M-10 610V${n(y)}`;
  for (let x = -10; x < 410; ) {
    const w = height * r.between(0.28, 0.5);
    const h = height * r.between(0.45, 1);
    const lift = r.between(-4, 4);
    d += `L${n(x + w * 0.3)} ${n(y - h * 0.45 + lift)}l${n(-w * 0.06)} ${n(-h * 0.04)}L${n(x + w / 2)} ${n(y - h)}`;
    d += `L${n(x + w * 0.76)} ${n(y - h * 0.49 + lift)}l${n(-w * 0.06)} ${n(h * 0.04)}L${n(x + w)} ${n(y)}`;
    x += w;
  }
  return fill(`${d}V610Z`, colour);
}

/** The roofs of a small town along the bottom edge. */
export function rooftops(stage: Stage, y: number, colour: string): string {
  const { random: r } = stage;
  let d = `M-10 610V${n(y)}`;
  let masts = '';
  for (let x = -10; x < 410; ) {
    const w = r.between(46, 96);
    const eave = y + r.between(-16, 22);
    if (r.chance(0.65)) {
      const rise = w * r.between(0.24, 0.38);
      d += `V${n(eave)}h-5l${n(w / 2 + 5)} ${n(-rise)}l${n(w / 2 + 5)} ${n(rise)}h-5`;
      if (r.chance(0.45)) {
        const mx = x + w * 0.5;
        masts += `M${n(mx)} ${n(eave - rise)}v-26m-9 4h18m-15 6h12`;
      }
    } else {
      d += `V${n(eave - 12)}h${n(w)}`;
    }
    x += w;
  }
  return fill(`${d}V610Z`, colour) + stroke(masts, colour, 1.6);
}

/** Bright dashes on water under a light, wider and sparser towards the viewer. */
export function glitter(stage: Stage, x: number, top: number, width: number, colour: string): string {
  const { random: r } = stage;
  const rows = r.int(11, 15);
  const dashes = repeat(rows, (i) => {
    const t = i / rows;
    const y = top + 8 + (590 - top) * t ** 1.25;
    const w = width * (0.5 + 0.75 * t) * r.between(0.25, 1);
    const dx = x - w / 2 + r.between(-0.2, 0.2) * width;
    const extra = r.chance(0.5) ? `m${n(r.between(12, 26))} 0h${n(w * 0.2)}` : '';
    return `M${n(dx)} ${n(y)}h${n(w)}${extra}`;
  });
  return stroke(dashes, colour, 4, 'stroke-linecap="round"');
}

/** Blades of grass along a line. */
export function grass(stage: Stage, y: number, count: number, height: number, colour: string): string {
  const { random: r } = stage;
  const blades = repeat(count, () => {
    const x = r.int(-5, 405);
    const h = r.between(0.4, 1) * height;
    const lean = r.between(-0.2, 0.55) * h;
    return `M${x} ${n(y + 6)}q0 ${n(-h * 0.6)} ${n(lean)} ${n(-h)}q${n(6 - lean * 0.55)} ${n(h * 0.5)} ${n(7 - lean)} ${n(h)}Z`;
  });
  return fill(blades, colour);
}
