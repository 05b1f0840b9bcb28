import { backdrop, glow } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure } from '../scenery.ts';
import { type Stage, vertical } from '../stage.ts';
import { circle, fill, group, n, poly, rect, repeat, sheet, stroke } from '../svg.ts';

/** An open umbrella seen from the side, its handle at x, y. */
function umbrella(x: number, y: number, size: number, colour: string, rib: string): string {
  const dome = `M${n(x - size)} ${n(y)}C${n(x - size)} ${n(y - size * 0.85)} ${n(x + size)} ${n(y - size * 0.85)} ${n(x + size)} ${n(y)}q${n(-size * 0.25)} ${n(-size * 0.16)} ${n(-size * 0.5)} 0q${n(-size * 0.25)} ${n(-size * 0.16)} ${n(-size * 0.5)} 0q${n(-size * 0.25)} ${n(-size * 0.16)} ${n(-size * 0.5)} 0q${n(-size * 0.25)} ${n(-size * 0.16)} ${n(-size * 0.5)} 0Z`;
  const top = y - size * 0.64;
  const ribs = `M${n(x)} ${n(top)}Q${n(x - size * 0.55)} ${n(top + size * 0.2)} ${n(x - size * 0.5)} ${n(y)}M${n(x)} ${n(top)}V${n(y)}M${n(x)} ${n(top)}Q${n(x + size * 0.55)} ${n(top + size * 0.2)} ${n(x + size * 0.5)} ${n(y)}`;
  return (
    stroke(`M${n(x)} ${n(top - 9)}V${n(y + size * 0.75)}`, rib, 3) +
    fill(dome, colour) +
    stroke(ribs, rib, 1.6, 'opacity=".55"')
  );
}

const rainfall = (stage: Stage, count: number, colour: string) => {
  const { random: r } = stage;
  return stroke(
    repeat(count, () => {
      const length = r.int(22, 60);
      return `M${r.int(0, 430)} ${r.int(-20, 570)}l${n(-length * 0.2)} ${length}`;
    }),
    colour,
    1.5,
    'opacity=".6" stroke-linecap="round"',
  );
};

/** Somebody under an umbrella on a wet street, lamps behind. */
export function rainStreet(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(150, 250);
  const line = r.between(445, 475);
  const lamp = { x: x + r.pick([-1, 1]) * r.between(90, 125), y: r.between(150, 200), r: 20 };
  const houses = repeat(6, (i) => `M${i * 72 - 16} ${line}V${r.int(190, 330)}h${r.int(52, 74)}V${line}Z`);
  const near = repeat(2, (i) => `M${i ? 330 : -20} ${line}V${r.int(60, 150)}h${r.int(70, 96)}V${line}Z`);
  const lit = stroke(
    repeat(8, () => `M${r.int(8, 392)} ${r.int(290, 330)}V${line - 20}`),
    p.haze,
    7,
    'stroke-dasharray="10 22" opacity=".8"',
  );
  const person = (two: boolean) =>
    umbrella(x, line - 62, r.between(66, 84), p.sun, mix(p.sun, p.ink, 0.6)) +
    figure(stage, x - (two ? 14 : 0), line + 16, 108, p.ink) +
    (two ? figure(stage, x + 16, line + 16, 100, p.ink) : '');
  const who = person(r.chance(0.4));
  const post =
    stroke(`M${n(lamp.x)} ${n(lamp.y)}V${line + 6}`, p.ink, 5) +
    fill(
      poly([
        [lamp.x - 16, lamp.y],
        [lamp.x + 16, lamp.y],
        [lamp.x + 8, lamp.y - 22],
        [lamp.x - 8, lamp.y - 22],
      ]),
      p.ink,
    );
  const ripple = repeat(
    9,
    () =>
      `<ellipse cx="${r.int(20, 380)}" cy="${r.int(line + 30, 590)}" rx="${r.int(8, 24)}" ry="${r.int(2, 5)}"/>`,
  );
  return (
    backdrop(stage, lamp, ['fade', 'flat', 'bands']) +
    fill(houses, p.tone(0.35)) +
    fill(near, p.tone(0.6)) +
    lit +
    glow(stage, { ...lamp, r: 150 }, p.light, 0.6) +
    rect(
      0,
      line,
      400,
      200,
      vertical(stage, [
        [0, p.tone(0.55)],
        [1, p.tone(0.95)],
      ]),
    ) +
    group(who + post, `transform="matrix(1 0 0 -.8 0 ${n((line + 12) * 1.8)})" opacity=".3"`) +
    `<g fill="none" stroke="${p.haze}" opacity=".6">${ripple}</g>` +
    post +
    circle(lamp.x, lamp.y + 3, 9, p.light) +
    who +
    rainfall(stage, 60, p.dark ? p.haze : p.tone(0.4))
  );
}

/** A crowd of umbrellas from above; one of them speaks. */
export function umbrellasAbove(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const sides = r.pick([8, 10]);
  const corner = (i: number) =>
    `${n(Math.cos((i / sides) * 6.2832) * 50)} ${n(Math.sin((i / sides) * 6.2832) * 50)}`;
  const outline = `M${Array.from({ length: sides }, (_, i) => corner(i)).join('L')}Z`;
  const wedges = repeat(sides / 2, (i) => `M0 0L${corner(i * 2)}L${corner(i * 2 + 1)}Z`);
  const shape = stage.define(
    (id) =>
      `<g id="${id}"><path d="${outline}"/><path d="${wedges}" fill="${p.ink}" opacity=".2"/><circle r="3.5" fill="${p.light}"/></g>`,
  );
  const tones = [p.tone(0.45), p.tone(0.62), p.tone(0.78), p.tone(0.3)];
  const hero = r.pick([5, 6, 9, 10, 13, 14]);
  let spoken = '';
  const all = repeat(20, (i) => {
    const column = i % 4;
    const row = Math.floor(i / 4);
    const [x, y] = [
      column * 112 + (row % 2) * 48 + r.between(-16, 16) - 4,
      row * 128 + 46 + r.between(-20, 20),
    ];
    const lone = i === hero;
    if (!lone && r.chance(0.1)) return '';
    const s = lone ? 1.45 : r.between(0.9, 1.3);
    const place = `transform="translate(${n(x)} ${n(y)})rotate(${r.int(0, 44)})scale(${n(s)})"`;
    const shadow = `<circle cx="${n(x + 14)}" cy="${n(y + 18)}" r="${n(48 * s)}" fill="${p.ink}" opacity=".25"/>`;
    const drawn = `${shadow}<use href="#${shape}" fill="${lone ? p.sun : r.pick(tones)}" ${place}/>`;
    if (lone) spoken = drawn;
    return lone ? '' : drawn;
  });
  const street = p.dark ? p.sky : p.haze;
  const stripes = r.chance(0.5)
    ? stroke(
        'M-40 120L440 20M-40 240L440 140M-40 360L440 260M-40 480L440 380M-40 600L440 500',
        mix(street, p.light, 0.35),
        34,
      )
    : '';
  return sheet(street) + stripes + all + spoken + rainfall(stage, 34, p.light);
}
