import { backdrop } from '../backdrop.ts';
import { mix } from '../colour.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, repeat, ring, stroke } from '../svg.ts';

/** A fox mask, full face, before a disc. */
export function foxMask(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const y = r.between(290, 330);
  const disc = { x: 200, y: y - 20, r: r.between(150, 178) };
  const red = p.dark ? mix(p.sun, p.mid, 0.3) : p.sun;
  const face =
    'M0 150C-26 140-48 98-74 60C-104 40-112-4-108-60L-104-150C-84-138-62-112-46-84Q0-98 46-84C62-112 84-138 104-150L108-60C112-4 104 40 74 60C48 98 26 140 0 150Z';
  const shade = 'M0 150C26 140 48 98 74 60C104 40 112-4 108-60L104-150C84-138 62-112 46-84Q23-91 0-91Z';
  const ears =
    'M-94-126L-97-70C-88-78-74-84-62-88C-70-104-82-118-94-126ZM94-126L97-70C88-78 74-84 62-88C70-104 82-118 94-126Z';
  const eyes = 'M-80-10C-60-34-34-26-22 6C-44 4-66 6-80-10ZM80-10C60-34 34-26 22 6C44 4 66 6 80-10Z';
  const brows = 'M-84-40Q-58-58-34-44M84-40Q58-58 34-44';
  const whiskers = 'M-42 74Q-66 72-88 58M-36 92Q-62 96-82 88M42 74Q66 72 88 58M36 92Q62 96 82 88';
  const crests = r.pick([
    circle(0, -54, 15, red) + circle(0, -54, 6, p.light),
    fill('M0-78C12-62 12-50 0-34C-12-50-12-62 0-78Z', red) +
      fill('M-22-64C-12-54-10-46-14-34C-24-42-26-52-22-64ZM22-64C12-54 10-46 14-34C24-42 26-52 22-64Z', red),
    stroke('M-14-70L0-48L14-70M-14-54L0-32L14-54', red, 5),
  ]);
  const cords = repeat(
    2,
    (i) =>
      stroke(
        `M${i ? 100 : -100} 20C${i ? 150 : -150} 80 ${i ? 120 : -120} 160 ${i ? 150 : -150} ${r.int(220, 300)}`,
        red,
        6,
        'stroke-linecap="round"',
      ) + circle(i ? 103 : -103, 22, 9, red),
  );
  const size = r.between(1.15, 1.32);
  const back = r.chance(0.5) ? ring(disc.x, disc.y, disc.r + 16, p.sun, 3) : '';
  return (
    backdrop(stage, disc, ['flat', 'halo', 'bands']) +
    circle(disc.x, disc.y, disc.r, p.dark ? p.sun : p.tone(0.5)) +
    back +
    `<g transform="translate(200 ${n(y)})rotate(${r.int(-9, 9)})scale(${n(size)})">${cords}${fill(face, p.light)}${fill(shade, p.mid, 'opacity=".22"')}${fill(ears, red)}${fill(eyes, p.ink)}${stroke(brows, red, 6, 'stroke-linecap="round"')}${stroke(whiskers, red, 4, 'stroke-linecap="round"')}${crests}${fill('M-12 108Q0 100 12 108Q6 122 0 124Q-6 122-12 108Z', p.ink)}${stroke('M0 124V136M-16 140Q0 132 16 140', p.ink, 3, 'stroke-linecap="round"')}</g>`
  );
}
