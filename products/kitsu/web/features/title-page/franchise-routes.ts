/** The upper left corner of a box in pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

/** Corners of a line that runs straight across and straight down. */
export type Route = readonly (readonly [x: number, y: number])[];

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The way from the right side of one box to the left side of another, through the gaps between boxes: no box that stands on the
 * same grid is crossed.
 */
export function routeOf(from: Anchor, to: Anchor, box: Size, gap: { x: number; y: number }): Route {
  const start = [from.x + box.width, from.y + box.height / 2] as const;
  const end = [to.x, to.y + box.height / 2] as const;
  const out = start[0] + gap.x * 0.4;
  const into = end[0] - gap.x * 0.6;
  const isNext = Math.abs(end[0] - start[0] - gap.x) < 1;
  if (isNext && start[1] === end[1]) return [start, end];
  if (isNext) return [start, [out, start[1]], [out, end[1]], end];
  // Above the target's row there is a gap over the whole width.
  const lane = to.y - gap.y / 2;
  return [start, [out, start[1]], [out, lane], [into, lane], [into, end[1]], end];
}

const RADIUS = 7;

/** The route as SVG path data with its corners rounded. */
export function pathOf(route: Route): string {
  const [first, ...rest] = route;
  if (first === undefined) return '';
  let path = `M${first.join(' ')}`;
  let before = first;
  rest.forEach((corner, place) => {
    const after = rest[place + 1];
    if (after === undefined) {
      path += `L${corner.join(' ')}`;
      return;
    }
    path += `L${towards(corner, before).join(' ')}Q${corner.join(' ')} ${towards(corner, after).join(' ')}`;
    before = corner;
  });
  return path;
}

/** The point a radius, or half the way, from a corner towards another one. */
function towards(corner: Route[number], other: Route[number]): Route[number] {
  const [dx, dy] = [other[0] - corner[0], other[1] - corner[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return corner;
  const share = Math.min(RADIUS, length / 2) / length;
  return [Math.round((corner[0] + dx * share) * 10) / 10, Math.round((corner[1] + dy * share) * 10) / 10];
}
