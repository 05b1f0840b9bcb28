import { backdrop, drawDisc, glow, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure } from '../scenery.ts';
import { type Stage, vertical } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, stroke } from '../svg.ts';

interface Tower {
  readonly x: number;
  readonly w: number;
  readonly top: number;
}

function towers(stage: Stage, base: number, relief: number, narrow: number): readonly Tower[] {
  const { random: r } = stage;
  const out: Tower[] = [];
  for (let x = -r.between(5, 25); x < 400; ) {
    const w = r.between(narrow, narrow * 2);
    out.push({ x, w, top: base - relief * r.between(0.15, 1) });
    x += w + (r.chance(0.25) ? r.between(2, 10) : 0);
  }
  return out;
}

const blocks = (list: readonly Tower[], colour: string) =>
  fill(list.map((t) => `M${n(t.x)} 610V${n(t.top)}h${n(t.w)}V610Z`).join(''), colour);

/** Lit windows as dashed lines: the dash pattern leaves some of them dark. */
function windows(stage: Stage, list: readonly Tower[], colour: string): string {
  const { random: r } = stage;
  return list
    .map((t) => {
      const columns = Math.floor((t.w - 8) / 9);
      if (columns < 1) return '';
      const inset = (t.w - columns * 9 + 4) / 2;
      const d = repeat(columns, (i) =>
        r.chance(0.72)
          ? `M${n(t.x + inset + i * 9 + 2.5)} ${n(t.top + 10 + 13 * r.int(0, 5))}V${r.int(480, 600)}`
          : '',
      );
      const dash = r.pick(['6 7 6 20 6 33', '6 20 6 7 6 46', '6 7 6 7 6 59', '6 33 6 20']);
      return d && stroke(d, colour, 5, `stroke-dasharray="${dash}"`);
    })
    .join('');
}

function crowns(stage: Stage, list: readonly Tower[], colour: string): string {
  const { random: r, palette: p } = stage;
  return list
    .filter(() => r.chance(0.4))
    .map((t) => {
      const x = t.x + t.w / 2;
      if (r.chance(0.5))
        return stroke(`M${n(x)} ${n(t.top)}v-34m-5 14h10`, colour, 2.4) + circle(x, t.top - 36, 2.6, p.sun);
      return rect(x - t.w * 0.22, t.top - 13, t.w * 0.44, 14, colour);
    })
    .join('');
}

/** A skyline by night in three distances, windows lit, a moon behind. */
export function skyline(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(90, 310), y: r.between(130, 270), r: r.between(45, 120) };
  const far = towers(stage, 440, 190, 26);
  const middle = towers(stage, 500, 220, 34);
  const near = towers(stage, 585, 190, 52);
  const lamp = p.dark ? p.sun : p.light;
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 30, 8, 220) : '') +
    drawDisc(stage, disc) +
    blocks(far, p.tone(0.2)) +
    blocks(middle, p.tone(0.55)) +
    crowns(stage, middle, p.tone(0.55)) +
    windows(stage, middle, mix(p.tone(0.55), lamp, 0.65)) +
    blocks(near, p.ink) +
    crowns(stage, near, p.ink) +
    windows(stage, near, lamp)
  );
}

function sign(stage: Stage, x: number, y: number, w: number, h: number): string {
  const { random: r, palette: p } = stage;
  const lit = r.chance(0.5);
  const marks = stroke(
    `M${n(x + w / 2)} ${n(y + 9)}V${n(y + h - 6)}`,
    lit ? p.ink : p.sun,
    w * 0.5,
    'stroke-dasharray="9 5 4 5 12 6"',
  );
  return rect(x, y, w, h, lit ? p.sun : p.tone(0.75), `stroke="${p.sun}" stroke-width="2"`) + marks;
}

/** A narrow street between towers, shop signs on both sides, somebody at its end. */
export function alley(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(170, 230);
  const disc = { x, y: r.between(240, 300), r: r.between(40, 80) };
  const walls = repeat(3, (i) => {
    const gap = 52 + i * 36;
    const tone = p.tone(0.42 + i * 0.26);
    const top = 150 - i * 60 + r.between(-30, 30);
    const other = 150 - i * 60 + r.between(-30, 30);
    const left = { x: x - gap - 400, w: 400, top };
    const right = { x: x + gap, w: 400, top: other };
    const wires =
      i < 2
        ? stroke(
            `M${n(x - gap)} ${n(top + 60)}Q${n(x)} ${n(top + 110)} ${n(x + gap)} ${n(other + 50)}`,
            tone,
            1.6,
          )
        : '';
    const panes = [left.x + 400 - 26, right.x + 8].map((wx) => ({
      x: wx,
      w: 22,
      top: Math.max(top, 10) + 20,
    }));
    return blocks([left, right], tone) + windows(stage, panes, mix(tone, p.light, 0.6)) + wires;
  });
  const signs = repeat(5, (i) => {
    const gap = 48 + (i % 3) * 34;
    const w = 14 + (i % 3) * 7;
    const sx = i % 2 ? x - gap - w * 0.4 : x + gap - w * 0.6;
    return sign(stage, sx, r.between(190, 330), w, w * r.between(2.4, 3.4));
  });
  const road = fill(
    poly([
      [x - 22, 470],
      [x + 22, 470],
      [x + 210, 610],
      [x - 210, 610],
    ]),
    vertical(stage, [
      [0, p.haze],
      [1, p.tone(0.85)],
    ]),
  );
  return (
    backdrop(stage, disc, ['fade', 'halo']) +
    drawDisc(stage, disc, ['plain', 'glowing']) +
    walls +
    road +
    glow(stage, { x, y: 470, r: 120 }, p.sun, 0.4) +
    signs +
    figure(stage, x + r.between(-8, 8), 530, 74, p.ink)
  );
}
