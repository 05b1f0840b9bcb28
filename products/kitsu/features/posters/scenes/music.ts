import { backdrop, drawDisc } from '../backdrop.ts';
import { contrast, mix } from '../colour.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, ring, sheet, stroke } from '../svg.ts';

/** A record, part of it out of the frame, the arm resting on it. */
export function vinyl(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [r.pick([60, 200, 200, 340]), r.between(260, 400)];
  const size = r.between(200, 240);
  const black = p.ink;
  const grooves = repeat(9, (i) => ring(x, y, size * (0.5 + i * 0.052), p.tone(0.75), 1, 'opacity=".8"'));
  const shine = [-38, 142].map((a) => {
    const w = r.between(10, 20);
    return `<path d="M0 0L${n(size * 0.97)} ${n(-w * 1.6)}A${n(size)} ${n(size)} 0 0 1 ${n(size * 0.97)} ${n(w * 1.6)}Z" transform="translate(${x} ${n(y)})rotate(${a})" fill="${p.light}" opacity=".16"/>`;
  });
  const arm = `M372 40L352 250L${n(x + size * 0.62)} ${n(y - size * 0.18)}`;
  const ground = p.dark ? p.mid : p.sky;
  const bars = r.chance(0.5) ? repeat(6, (i) => rect(0, 30 + i * 14, 400, 5 - i * 0.7, p.sun)) : '';
  return (
    sheet(ground) +
    fill(
      poly([
        [0, 600],
        [0, r.between(330, 480)],
        [400, r.between(150, 420)],
        [400, 600],
      ]),
      mix(ground, p.haze, 0.55),
    ) +
    bars +
    circle(x + 9, y + 12, size, p.ink, 'opacity=".25"') +
    circle(x, y, size, black) +
    grooves +
    shine.join('') +
    circle(x, y, size * 0.36, p.sun) +
    fill(
      `M${n(x - size * 0.36)} ${n(y)}A${n(size * 0.36)} ${n(size * 0.36)} 0 0 0 ${n(x + size * 0.36)} ${n(y)}Z`,
      p.light,
    ) +
    ring(x, y, size * 0.25, p.ink, 1.4) +
    circle(x, y, 6, ground) +
    stroke(arm, p.light, 8, 'stroke-linejoin="round" stroke-linecap="round"') +
    circle(372, 40, 24, p.light) +
    circle(372, 40, 10, p.mid) +
    rect(x + size * 0.62 - 14, y - size * 0.18 - 10, 26, 22, p.light)
  );
}

/** Sound as bars mirrored in still water, a disc behind. */
export function soundBars(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const line = r.between(370, 430);
  const disc = { x: 200 + r.between(-50, 50), y: line - r.between(60, 140), r: r.between(105, 150) };
  const count = r.pick([13, 17, 21]);
  const pitch = 340 / count;
  const phase = r.between(0, 6);
  const heights = Array.from({ length: count }, (_, i) => {
    const swell = Math.sin((Math.PI * (i + 0.5)) / count);
    return 18 + swell * (70 + 75 * Math.abs(Math.sin(i * 1.1 + phase)) + r.between(0, 60));
  });
  const bar = (up: boolean, share: number) =>
    heights
      .map(
        (h, i) =>
          `M${n(30 + pitch * (i + 0.5))} ${n(up ? line - pitch * 0.4 : line + pitch * 0.6)}v${n((up ? -h : h) * share)}`,
      )
      .join('');
  const front = p.dark ? (contrast(p.light, p.sun) < 2 ? p.mid : p.light) : p.ink;
  return (
    backdrop(stage, disc, ['flat', 'halo', 'fade']) +
    drawDisc(stage, disc, ['plain', 'plain', 'sliced']) +
    rect(0, line, 400, 300, p.dark ? p.ink : p.tone(0.75)) +
    stroke(bar(true, 1), front, pitch * 0.58, 'stroke-linecap="round"') +
    stroke(bar(false, 0.55), p.sun, pitch * 0.58, 'stroke-linecap="round" opacity=".6"')
  );
}

/** A keyboard that runs off into the sky. */
export function piano(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(110, 290), y: r.between(130, 210), r: r.between(55, 105) };
  const vanish = { x: disc.x, y: 250 };
  const near = (i: number) => -260 + i * 115;
  const at = (i: number, t: number) =>
    [vanish.x + (near(i) - vanish.x) * t, vanish.y + (620 - vanish.y) * t] as const;
  const far = 0.1;
  const whites = repeat(8, (i) =>
    fill(
      poly([at(i, far), at(i + 0.94, far), at(i + 0.94, 1), at(i, 1)]),
      i % 2 ? p.light : mix(p.light, p.haze, 0.3),
    ),
  );
  const blacks = repeat(8, (i) =>
    i % 7 === 2 || i % 7 === 6
      ? ''
      : fill(poly([at(i + 0.68, far), at(i + 1.26, far), at(i + 1.26, 0.62), at(i + 0.68, 0.62)]), p.ink) +
        fill(
          poly([at(i + 0.68, 0.58), at(i + 1.26, 0.58), at(i + 1.26, 0.62), at(i + 0.68, 0.62)]),
          p.tone(0.65),
        ),
  );
  const pressed = r.int(2, 5);
  const note = fill(
    poly([at(pressed, 0.64), at(pressed + 0.94, 0.64), at(pressed + 0.94, 1), at(pressed, 1)]),
    p.sun,
  );
  const staff = repeat(
    5,
    (i) => `M-10 ${40 + i * 13}Q120 ${r.int(10, 20) + i * 16} 220 ${70 + i * 13}T420 ${50 + i * 15}`,
  );
  return (
    backdrop(stage, disc) +
    stroke(staff, p.dark ? p.haze : p.tone(0.6), 1.8) +
    drawDisc(stage, disc) +
    fill(`M-10 ${vanish.y + 30}H410V620H-10Z`, p.ink) +
    whites +
    note +
    blacks
  );
}
