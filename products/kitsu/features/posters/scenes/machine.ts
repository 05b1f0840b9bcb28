import { glow } from '../backdrop.ts';
import { mix } from '../colour.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, type Point, poly, rect, repeat, ring, sheet, stroke } from '../svg.ts';

/** Cogs that drive one another, cropped close. */
export function gears(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const cog = (x: number, y: number, size: number, colour: string, hub: string) => {
    const teeth = Math.round(size / 7);
    const pitch = (6.2832 * size) / teeth;
    const holes = r.int(4, 6);
    return (
      ring(
        x,
        y,
        size,
        colour,
        size * 0.2,
        `stroke-dasharray="${(pitch / 2).toFixed(2)} ${(pitch / 2).toFixed(2)}"`,
      ) +
      circle(x, y, size * 0.94, colour) +
      ring(x, y, size * 0.78, hub, 3) +
      repeat(holes, (i) =>
        circle(
          x + size * 0.5 * Math.cos((i * 6.2832) / holes),
          y + size * 0.5 * Math.sin((i * 6.2832) / holes),
          size * 0.15,
          hub,
        ),
      ) +
      circle(x, y, size * 0.2, hub) +
      circle(x, y, size * 0.09, colour)
    );
  };
  const ground = p.dark ? p.sky : p.haze;
  const [x, y] = [r.between(90, 310), r.between(220, 360)];
  const hero = r.between(120, 150);
  return (
    sheet(ground) +
    cog(x + 150, y - 210, 110, mix(ground, p.mid, 0.55), ground) +
    cog(x - 170, y - 150, 95, mix(ground, p.mid, 0.8), ground) +
    cog(x - 120, y + 240, 140, p.tone(0.72), ground) +
    cog(x + 175, y + 160, 88, p.tone(0.9), ground) +
    cog(x, y, hero, p.sun, p.ink) +
    stroke(
      `M${n(x)} ${n(y)}L${n(x + hero * 0.34)} ${n(y - hero * 0.5)}M${n(x)} ${n(y)}L${n(x - hero * 0.5)} ${n(y - hero * 0.2)}`,
      p.ink,
      9,
      'stroke-linecap="round"',
    )
  );
}

/** A lit core on a circuit board, its traces running to the edges. */
export function circuit(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [200, r.between(250, 330)];
  const half = r.between(58, 78);
  const board = mix(p.sky, p.mid, 0.35);
  const lanes = 5;
  const traces: string[] = ['', ''];
  let pads = '';
  const vertical = (i: number, up: number) => {
    const sx = x + ((i - (lanes - 1) / 2) * half * 1.7) / lanes;
    const lean = (i - (lanes - 1) / 2) * r.between(20, 44);
    const first = y + up * (half + r.between(24, 90));
    const last = first + up * (Math.abs(lean) + r.between(40, 130));
    const end: Point = [sx + lean, last];
    traces[i % 2] += poly(
      [[sx, y + up * half], [sx, first], [sx + lean, first + up * Math.abs(lean)], end],
      false,
    );
    pads += circle(end[0], end[1], 7, i % 2 ? p.sun : p.haze) + circle(end[0], end[1], 3, board);
  };
  const sideways = (i: number, out: number) => {
    const sy = y + ((i - (lanes - 1) / 2) * half * 1.7) / lanes;
    const lean = (i - (lanes - 1) / 2) * r.between(24, 60);
    const first = x + out * (half + r.between(14, 36));
    traces[i % 2] += poly(
      [
        [x + out * half, sy],
        [first, sy],
        [first + out * Math.abs(lean), sy + lean],
        [x + out * 230, sy + lean],
      ],
      false,
    );
  };
  for (let i = 0; i < lanes; i++) {
    for (const side of [-1, 1]) {
      vertical(i, side);
      sideways(i, side);
    }
  }
  const pins = repeat(lanes, (i) => {
    const d = n(((i - (lanes - 1) / 2) * half * 1.7) / lanes);
    return `M${d} ${n(-half - 12)}V${n(half + 12)}M${n(-half - 12)} ${d}H${n(half + 12)}`;
  });
  const core = half * r.between(0.4, 0.6);
  return (
    sheet(board) +
    stroke(traces[0] ?? '', p.haze, 3.4, 'stroke-linejoin="round"') +
    stroke(traces[1] ?? '', p.sun, 3.4, 'stroke-linejoin="round"') +
    pads +
    glow(stage, { x, y, r: half * 3 }, p.sun, 0.4) +
    `<g transform="translate(${n(x)} ${n(y)})">${stroke(pins, p.light, 7)}${rect(-half, -half, half * 2, half * 2, p.ink, 'rx="9"')}${stroke(`M${n(-half * 0.8)} ${n(-half * 0.8)}h${n(half * 1.6)}v${n(half * 1.6)}h${n(-half * 1.6)}Z`, p.mid, 2)}${circle(0, 0, core, p.sun)}${circle(0, 0, core * 0.55, p.light)}${fill(`M0 ${n(-core * 0.5)}Q${n(core * 0.16)} 0 0 ${n(core * 0.5)}Q${n(-core * 0.16)} 0 0 ${n(-core * 0.5)}Z`, p.ink)}</g>`
  );
}
