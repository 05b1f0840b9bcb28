import { backdrop, glow, mist, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, rect, repeat, stroke } from '../svg.ts';

/** Both halves of a symmetric plate, the right one in shade. */
function plate(right: string, lit: string, shade: string): string {
  return fill(right, lit, 'transform="scale(-1 1)"') + fill(right, shade);
}

interface Build {
  readonly jaw: number;
  readonly fin: number;
  readonly sweep: number;
  readonly eyes: 'twin' | 'single' | 'visor';
  readonly crest: boolean;
}

/** The head of a machine about 300 units high, its chin near 0, 200, drawn around the origin. */
function head(stage: Stage, build: Build, armour: string, under: string): string {
  const { palette: p } = stage;
  const dark = mix(armour, p.ink, 0.42);
  const accent = p.sun;
  const eyes = {
    twin: plate('M9 46L70 22L76 40L20 62Z', p.light, p.light),
    single: rect(-78, 30, 156, 26, p.ink) + circle(-22, 43, 12, accent) + circle(-22, 43, 5, p.light),
    visor: plate('M0 26L80 18L74 54L0 66Z', accent, mix(accent, p.ink, 0.25)),
  }[build.eyes];
  const vents = [0, 1, 2].map((i) => `M-17 ${138 + i * 14}h34`).join('');
  return (
    plate('M92-6L128 2L134 92L104 116L92 60Z', mix(armour, p.ink, 0.25), mix(armour, p.ink, 0.6)) +
    plate('M0-132L44-124L90-84L108-10L112 58L88 64L0 30Z', armour, dark) +
    plate('M0 0L84 12L88 80L62 108L0 110Z', p.ink, p.ink) +
    eyes +
    plate(`M112 52L108 122L${n(58 + build.jaw)} 190L56 112L90 74Z`, armour, dark) +
    plate(
      `M0 84L22 74L56 114L${n(58 + build.jaw)} 178L34 208L0 216Z`,
      mix(armour, p.light, 0.35),
      mix(armour, p.ink, 0.18),
    ) +
    stroke(vents, under, 5) +
    plate(
      `M6-30L30-46L${n(96 + build.sweep)} ${n(-150 - build.fin)}L46-18L8-6Z`,
      p.light,
      mix(p.light, p.mid, 0.45),
    ) +
    (build.crest ? plate('M0-168L15-128L20-52L0-20Z', accent, mix(accent, p.ink, 0.3)) : '') +
    plate('M0-14L12-26L15 6L0 22Z', accent, mix(accent, p.ink, 0.3))
  );
}

const build = (stage: Stage): Build => {
  const r = stage.random;
  return {
    jaw: r.between(-10, 12),
    fin: r.between(-20, 60),
    sweep: r.between(-20, 70),
    eyes: r.pick(['twin', 'twin', 'single', 'visor'] as const),
    crest: r.chance(0.6),
  };
};

/** The head of a giant machine, full face, half of it in shade. */
export function mechaHead(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const size = r.between(0.95, 1.25);
  const y = r.between(300, 340);
  const disc = { x: 200, y: y - 40, r: r.between(150, 185) };
  const armour = r.chance(0.5) ? mix(p.haze, p.light, 0.35) : p.mid;
  const dark = mix(p.mid, p.ink, 0.55);
  const rays = r.chance(0.45)
    ? repeat(
        18,
        (i) =>
          `M200 ${n(y)}L${n(200 + 520 * Math.cos(i / 2.86))} ${n(y + 520 * Math.sin(i / 2.86))}L${n(200 + 520 * Math.cos(i / 2.86 + 0.17))} ${n(y + 520 * Math.sin(i / 2.86 + 0.17))}Z`,
      )
    : '';
  const shoulders =
    plate('M0 640L0 210L40 190L96 240L225 285L225 640Z', dark, p.ink) +
    plate('M70 232L110 205L235 262L235 420L130 330Z', mix(p.mid, p.ink, 0.2), mix(p.mid, p.ink, 0.7));
  return (
    backdrop(stage, disc, ['flat', 'fade', 'bands']) +
    (rays && fill(rays, p.haze, 'opacity=".35"')) +
    (rays ? '' : circle(disc.x, disc.y, disc.r, r.chance(0.6) ? p.sun : p.haze)) +
    `<g transform="translate(200 ${n(y)})scale(${n(size)})">${shoulders}${head(stage, build(stage), armour, p.ink)}</g>`
  );
}

/** A giant machine standing in mist over a small town, eyes alight. */
export function colossus(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(170, 230);
  const disc = { x: x + r.between(-60, 60), y: r.between(150, 210), r: r.between(80, 120) };
  const body = p.tone(0.62);
  const edge = p.tone(0.8);
  const eye = p.dark ? p.light : p.sun;
  const torso =
    plate('M0 600L0 100L26 96L52 108L92 104L90 240L60 330L74 600Z', body, edge) +
    plate('M58 92L120 96L150 150L140 210L96 190Z', edge, p.tone(0.88)) +
    plate('M112 200L140 196L146 330L128 440L104 330Z', body, edge);
  const machine = `${torso}<g transform="translate(0 52)scale(.3)">${head(stage, { ...build(stage), eyes: 'twin' }, body, p.ink)}</g>${plate(
    'M4 68L20 60L22 65L6 72Z',
    eye,
    eye,
  )}`;
  const town = repeat(12, (i) => {
    const top = r.between(500, 560);
    return `M${i * 36 - 10} 610V${n(top)}h${r.int(20, 34)}V610Z`;
  });
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 26, 6, 160) : '') +
    circle(disc.x, disc.y, disc.r, p.sun) +
    `<g transform="translate(${n(x)} ${n(r.between(110, 150))})scale(${n(r.between(1.05, 1.3))})">${machine}</g>` +
    glow(stage, { x, y: 205, r: 60 }, eye, 0.3) +
    mist(stage, 330, 560, p.haze, 0.85) +
    fill(
      repeat(9, (i) => `M${i * 50 - 20} 610V${r.int(455, 520)}h${r.int(24, 46)}V610Z`),
      p.tone(0.72),
    ) +
    fill(town, p.ink) +
    stroke(
      repeat(9, (i) => `M${i * 46 + 12} ${r.int(560, 580)}V600`),
      p.dark ? p.sun : p.light,
      4,
      'stroke-dasharray="5 6"',
    )
  );
}
