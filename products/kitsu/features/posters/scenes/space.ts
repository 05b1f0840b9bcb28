import { backdrop, glow, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure } from '../scenery.ts';
import { clip, radial, type Stage, vertical } from '../stage.ts';
import { circle, fill, n, polar, repeat, ring, sheet, stroke } from '../svg.ts';

/** Deep space, brighter around a point and along the lower edge. */
function space(stage: Stage, x: number, y: number): string {
  const p = stage.palette;
  const paint = radial(stage, [
    [0, mix(p.sky, p.mid, 0.8)],
    [1, p.sky, 0],
  ]);
  const dusk = vertical(stage, [
    [0.55, p.mid, 0],
    [1, p.haze, 0.75],
  ]);
  return sheet(p.sky) + circle(x, y, 380, paint) + sheet(dusk) + stars(stage, 90, 5, 480);
}

/** A banded planet, half of it in shade; with rings when told. */
function globe(stage: Stage, x: number, y: number, size: number, colours: readonly [string, string]): string {
  const { random: r, palette: p } = stage;
  const [base, band] = colours;
  const cut = clip(stage, `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}"/>`);
  const tilt = r.between(-24, 24);
  const bands = repeat(r.int(3, 5), (i) => {
    const by = y - size * 0.8 + i * size * r.between(0.36, 0.46);
    return stroke(
      `M${n(x - size)} ${n(by)}Q${n(x)} ${n(by + size * 0.22)} ${n(x + size)} ${n(by)}`,
      band,
      size * r.between(0.06, 0.2),
    );
  });
  const shade = circle(x + size * 0.5, y + size * 0.32, size * 1.12, p.sky, 'opacity=".62"');
  return `<g ${cut}><g transform="rotate(${n(tilt)} ${n(x)} ${n(y)})">${circle(x, y, size, base)}${bands}</g>${shade}</g>`;
}

function ringHalf(x: number, y: number, rx: number, ry: number, front: boolean): string {
  return `M${n(x - rx)} ${n(y)}A${n(rx)} ${n(ry)} 0 0 ${front ? 0 : 1} ${n(x + rx)} ${n(y)}`;
}

/** A great planet with rings, moons, and somebody looking up from a ridge. */
export function planet(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const size = r.between(80, 165);
  const [x, y] = [r.between(110, 290), r.between(180, 280)];
  const tilt = r.between(-28, 28);
  const ringed = r.chance(0.75);
  const rings = (front: boolean) =>
    ringed
      ? `<g transform="rotate(${n(tilt)} ${n(x)} ${n(y)})">${stroke(ringHalf(x, y, size * 1.75, size * 0.42, front), p.light, size * 0.1, 'opacity=".9"')}${stroke(ringHalf(x, y, size * 1.5, size * 0.35, front), mix(p.sun, p.mid, 0.35), size * 0.12)}</g>`
      : '';
  const shore = `M0 610V${r.int(510, 545)}Q${r.int(90, 150)} ${r.int(470, 500)} 210 ${r.int(520, 535)}T400 ${r.int(490, 540)}V610Z`;
  const watcher = r.chance(0.7) ? figure(stage, 104, 512, r.between(44, 60), p.ink) : '';
  return (
    space(stage, x, y) +
    rings(false) +
    globe(stage, x, y, size, [p.sun, mix(p.sun, p.mid, 0.4)]) +
    rings(true) +
    circle(x + size * r.between(1, 1.3), y - size * r.between(1, 1.3), r.between(9, 20), p.light) +
    circle(x - size * 1.2, y + size * 1.1, r.between(5, 9), p.haze) +
    watcher +
    fill(shore, p.ink)
  );
}

/** Orbits as thin lines around a star, planets strung on them. */
export function orbits(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const corner = r.chance(0.5);
  const [x, y] = corner ? [r.pick([20, 380]), r.between(480, 580)] : [200, r.between(260, 330)];
  const size = corner ? r.between(80, 130) : r.between(38, 66);
  const count = r.int(4, 6);
  const reach = corner ? 540 : 330;
  const tracks = repeat(count, (i) => {
    const d = size + 34 + ((reach - size - 34) * i) / (count - 0.4);
    const angle = corner ? (x < 200 ? r.between(-80, -25) : r.between(-155, -100)) : r.between(0, 360);
    const [px, py] = polar(x, y, d, angle);
    const body = r.between(10, 19) + i * 4;
    const colour = r.pick([p.light, p.haze, p.sun]);
    const belt = i === 2 ? 'stroke-dasharray="1 9" stroke-linecap="round"' : '';
    return (
      ring(x, y, d, p.haze, belt ? 5 : 1.8, belt) +
      circle(px, py, body, colour) +
      fill(
        `M${n(px)} ${n(py - body)}A${n(body)} ${n(body)} 0 0 1 ${n(px)} ${n(py + body)}Z`,
        p.ink,
        `opacity=".4" transform="rotate(${n(angle)} ${n(px)} ${n(py)})"`,
      )
    );
  });
  return (
    space(stage, x, y) +
    tracks +
    glow(stage, { x, y, r: size * 2.1 }, p.sun, 0.5) +
    circle(x, y, size, p.sun) +
    ring(x, y, size + 9, p.sun, 1.5)
  );
}

/** A rocket leaving a pale trail that curves away from the ground. */
export function launch(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(210, 320);
  const y = r.between(100, 260);
  const foot = r.between(60, 190);
  const lean = (Math.atan2(x - foot, 600 - y) * 180) / Math.PI + 6;
  const trail = (w: number) =>
    `M${n(foot - w * 2.2)} 610Q${n(foot + 10)} 330 ${n(x - 2)} ${n(y + 42)}Q${n(foot + 60 + w)} 350 ${n(foot + w * 2.6)} 610Z`;
  const rocket = `<g transform="translate(${n(x)} ${n(y)})rotate(${n(lean)})scale(${n(r.between(0.85, 1.25))})">${fill('M0-58C16-36 18-6 13 24H-13C-18-6-16-36 0-58Z', p.light)}${fill('M0-58C16-36 18-6 13 24H0Z', mix(p.light, p.mid, 0.4))}${circle(0, -14, 6.5, p.ink)}${fill('M-14 4L-30 34L-12 24ZM14 4L30 34L12 24Z', p.sun)}${fill('M-9 26Q0 78 9 26Z', p.sun)}</g>`;
  const disc = { x: 400 - x, y: r.between(150, 260), r: r.between(40, 80) };
  const puffs = repeat(7, (i) =>
    circle(
      foot - 110 + i * 38 + r.between(-8, 8),
      580 + r.between(-14, 8),
      r.between(28, 50),
      i % 2 ? p.haze : p.light,
    ),
  );
  return (
    backdrop(stage, disc, ['fade', 'bands', 'halo']) +
    stars(stage, 50, 5, 330) +
    circle(disc.x, disc.y, disc.r, p.tone(0.25)) +
    circle(disc.x - disc.r * 0.3, disc.y - disc.r * 0.2, disc.r * 0.2, p.tone(0.4)) +
    circle(disc.x + disc.r * 0.35, disc.y + disc.r * 0.3, disc.r * 0.3, p.tone(0.4)) +
    fill(trail(26), p.light, 'opacity=".35"') +
    fill(trail(12), p.light) +
    rocket +
    puffs +
    fill('M0 610V585Q200 560 400 590V610Z', p.ink)
  );
}
