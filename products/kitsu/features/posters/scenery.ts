import type { Stage } from './stage.ts';
import { fill, n, type Point, poly, repeat, stroke } from './svg.ts';

/** People seen from behind, 100 units tall, feet at the origin: a jacket, a skirt and long hair, a long coat. */
const PEOPLE = [
  'M-8-89L-11-94L-8-96L-8-101L-3-100L0-104L4-100L9-101L8-96L11-93L8-89C7-84 5-82 3-81V-79C11-78 15-75 16-68L20-43L16-42L13-59L12-38L10 0H2L0-36L-2 0H-10L-12-38L-13-59L-16-42L-20-43L-16-68C-15-75-11-78-3-79V-81C-5-82-7-84-8-89Z',
  'M0-103C-9-103-11-96-11-88L-13-65L-10-63L-9-56L-18-32H-8L-7 0H-2L-1-32H1L2 0H7L8-32H18L9-56L10-62L14-46L17-47L14-70L12-76L11-88C11-96 9-103 0-103ZM-13-72L-17-47L-14-46L-9-64Z',
  'M0-102C-8-102-10-96-9-90C-8-84-5-82-4-81V-80C-12-78-15-74-16-66L-19-44L-15-43L-13-58L-16-20L-8-22L-7 0H-2L-1-23H1L2 0H7L8-22L16-20L13-58L15-43L19-44L16-66C15-74 12-78 4-80V-81C5-82 8-84 9-90C10-96 8-102 0-102Z',
];

/** Somebody standing, seen from behind: feet at x, y. */
export function figure(stage: Stage, x: number, y: number, height: number, colour: string): string {
  const place = `translate(${n(x)} ${n(y)})scale(${Math.round(height) / 100})`;
  return fill(stage.random.pick(PEOPLE), colour, `transform="${place}"`);
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
