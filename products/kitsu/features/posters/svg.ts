/** Width and height of every poster in user units: 2 to 3. */
export const WIDTH = 400;
export const HEIGHT = 600;

/** A place on the poster, in user units. */
export type Point = readonly [x: number, y: number];

/** A number as short as a poster needs it: one decimal, no negative zero. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

const at = ([x, y]: Point) => `${n(x)} ${n(y)}`;

/** Path data of straight lines through the points; closed unless told otherwise. */
export function poly(points: readonly Point[], closed = true): string {
  return `M${points.map(at).join('L')}${closed ? 'Z' : ''}`;
}

/** Path data of a soft line that starts and ends on its first and last points and leans towards the others. */
export function soft(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = points[points.length - 1];
  if (!first || !last) return '';
  let d = `M${at(first)}`;
  rest.slice(0, -1).forEach((control, i) => {
    const next = rest[i + 1] ?? last;
    const end: Point =
      i === rest.length - 2 ? last : [(control[0] + next[0]) / 2, (control[1] + next[1]) / 2];
    d += `Q${at(control)} ${at(end)}`;
  });
  return d;
}

/** A filled shape. */
export function fill(d: string, colour: string, attributes = ''): string {
  return `<path d="${d}" fill="${colour}"${attributes && ` ${attributes}`}/>`;
}

/** A drawn line; width in user units. */
export function stroke(d: string, colour: string, width: number, attributes = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${attributes && ` ${attributes}`}/>`;
}

/** A filled circle. */
export function circle(x: number, y: number, r: number, colour: string, attributes = ''): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${colour}"${attributes && ` ${attributes}`}/>`;
}

/** A drawn circle; width in user units. */
export function ring(
  x: number,
  y: number,
  r: number,
  colour: string,
  width: number,
  attributes = '',
): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${attributes && ` ${attributes}`}/>`;
}

/** A filled upright rectangle. */
export function rect(x: number, y: number, w: number, h: number, colour: string, attributes = ''): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${colour}"${attributes && ` ${attributes}`}/>`;
}

/** The whole poster in one colour or paint. */
export function sheet(colour: string, attributes = ''): string {
  return fill(`M0 0H${WIDTH}V${HEIGHT}H0Z`, colour, attributes);
}

/** Its parts under shared attributes. */
export function group(content: string, attributes: string): string {
  return `<g ${attributes}>${content}</g>`;
}

/** The point at a distance from a centre, angle in degrees, clockwise from three o'clock. */
export function polar(x: number, y: number, distance: number, angle: number): Point {
  const radians = (angle * Math.PI) / 180;
  return [x + distance * Math.cos(radians), y + distance * Math.sin(radians)];
}

/** What `draw` gives for 0, 1, … count-1, one after another. */
export function repeat(count: number, draw: (i: number) => string): string {
  let out = '';
  for (let i = 0; i < count; i++) out += draw(i);
  return out;
}
