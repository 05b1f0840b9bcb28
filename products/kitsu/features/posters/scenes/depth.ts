import { backdrop, drawDisc, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { conifer, figure } from '../scenery.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, type Point, polar, poly, rect, repeat, sheet, stroke } from '../svg.ts';

/** A closed soft outline around a centre; every ring of one picture shares its dents. */
function blob(x: number, y: number, rx: number, ry: number, dents: readonly number[], share: number): string {
  const points = dents.map((dent, i): Point => {
    const [px, py] = polar(0, 0, 1 + dent * share, (i * 360) / dents.length);
    return [x + px * rx, y + py * ry];
  });
  const middle = (a: Point, b: Point) => `${Math.round((a[0] + b[0]) / 2)} ${Math.round((a[1] + b[1]) / 2)}`;
  const curve = points.map((point, i) => {
    const next = points[(i + 1) % points.length] ?? point;
    return `Q${Math.round(point[0])} ${Math.round(point[1])} ${middle(point, next)}`;
  });
  const last = points[points.length - 1] ?? [x, y];
  return `M${middle(last, points[0] ?? last)}${curve.join('')}Z`;
}

/** Layers of cut paper around a small bright place. */
export function papercut(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [r.between(180, 220), r.between(270, 330)];
  const layers = r.int(5, 6);
  const dents = Array.from({ length: r.int(9, 12) }, () => r.between(-0.3, 0.24));
  const cut = repeat(layers, (i) => {
    const t = i / (layers - 1);
    const size = 1.28 - t * 0.74;
    const d = blob(
      x + i * r.between(-5, 5),
      y + i * r.between(-4, 6),
      185 * size,
      268 * size,
      dents,
      1 - t * 0.45,
    );
    return fill(d, p.ink, 'opacity=".4" transform="translate(3 -7)"') + fill(d, p.tone(0.82 - t * 0.82));
  });
  const ground = y + 62;
  const guest = r.pick([
    () =>
      figure(stage, x, ground, 74, p.ink) +
      fill(conifer(x + 40, ground + 4, 66) + conifer(x - 46, ground + 5, 88), p.ink),
    () =>
      fill(
        conifer(x - 38, ground + 5, 96) + conifer(x + 2, ground + 5, 126) + conifer(x + 38, ground + 5, 78),
        p.ink,
      ),
    () =>
      fill(`M${n(x - 34)} ${n(ground)}v-36l34-30l34 30v36Z`, p.ink) +
      rect(x - 8, ground - 28, 16, 18, p.sun) +
      fill(conifer(x + 52, ground + 4, 72), p.ink),
  ])();
  const disc = circle(x + r.between(-26, 26), y - r.between(24, 54), r.between(26, 40), p.sun);
  const soil = `<ellipse cx="${n(x)}" cy="${n(ground + 16)}" rx="92" ry="20" fill="${p.ink}"/>`;
  return sheet(p.ink) + cut + disc + guest + soil;
}

/** One flight of isometric steps up from a corner; dir -1 climbs to the left. */
function flight(
  stage: Stage,
  from: Point,
  steps: number,
  dir: 1 | -1,
  near: number,
): { art: string; end: Point } {
  const p = stage.palette;
  const [run, rise, wide] = [[17 * dir, -8], 13, [46 * dir, 23]] as const;
  let treads = '';
  let risers = '';
  const edge: Point[] = [];
  const at = (i: number): [number, number] => [from[0] + i * run[0], from[1] + i * (run[1] - rise)];
  for (let i = 0; i < steps; i++) {
    const [x, y] = at(i);
    const [ox, oy] = [x + wide[0], y + wide[1]];
    risers += poly([
      [x, y],
      [ox, oy],
      [ox, oy - rise],
      [x, y - rise],
    ]);
    treads += poly([
      [x, y - rise],
      [ox, oy - rise],
      [ox + run[0], oy - rise + run[1]],
      [x + run[0], y - rise + run[1]],
    ]);
    edge.push([ox, oy], [ox, oy - rise]);
  }
  const [ex, ey] = at(steps);
  const [first, last] = [from[0] + wide[0], ex + wide[0]];
  const side = poly([...edge, [last, ey + wide[1]], [last, 640], [first, 640]]);
  const front = poly([from, [first, from[1] + wide[1]], [first, 640], [from[0], 640]]);
  return {
    art:
      fill(side, p.tone(near + 0.3)) +
      fill(front, p.tone(near + 0.16)) +
      fill(risers, p.tone(near + 0.16)) +
      fill(treads, mix(p.tone(near), p.light, 0.35)),
    end: [ex, ey],
  };
}

/** Stairs that turn back on themselves, up to a lit door. */
export function stairs(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(80, 320), y: r.between(90, 150), r: r.between(34, 62) };
  const low = flight(stage, [r.between(40, 80), r.between(560, 590)], r.int(9, 10), 1, 0.55);
  const middle = flight(stage, [low.end[0] + 46, low.end[1] + 23], r.int(8, 9), -1, 0.35);
  const high = flight(stage, [middle.end[0] - 46, middle.end[1] + 23], r.int(4, 6), 1, 0.15);
  const [dx, dy] = high.end;
  const door =
    fill(`M${n(dx)} ${n(dy)}v-62q16-34 46 10v75Z`, p.ink) +
    fill(`M${n(dx + 8)} ${n(dy + 4)}v-58q14-22 30 8v65Z`, p.sun);
  const block = poly([
    [dx, dy],
    [dx + 46, dy + 23],
    [dx + 46, 640],
    [dx, 640],
  ]);
  const walker = figure(stage, low.end[0] - 24 + 12, low.end[1] + 62, 60, p.ink);
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 40, 6, 300) : '') +
    drawDisc(stage, disc) +
    fill(block, p.tone(0.42)) +
    door +
    high.art +
    middle.art +
    low.art +
    walker +
    stroke('M0 598H400', p.ink, 6)
  );
}
