import { backdrop, birds, crest, drawDisc, glow, heapCloud } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure, rooftops, treeline } from '../scenery.ts';
import { clip, type Stage } from '../stage.ts';
import { circle, fill, group, n, poly, rect, repeat, ring, sheet, stroke } from '../svg.ts';

/** The land outside a window. */
function view(stage: Stage, disc: { x: number; y: number; r: number }): string {
  const { random: r, palette: p } = stage;
  const hills = fill(poly([...crest(stage, disc.y + 60, 30, 0.5), [408, 610], [-8, 610]]), p.tone(0.25));
  const near = r.pick([
    () => treeline(stage, disc.y + 140, 60, p.tone(0.6)),
    () => rooftops(stage, disc.y + 130, p.tone(0.55)),
    () =>
      rect(0, disc.y + 80, 400, 200, p.tone(0.4)) +
      stroke(
        repeat(7, (i) => `M${r.int(60, 260)} ${n(disc.y + 92 + i * 12)}h${r.int(30, 110)}`),
        p.sun,
        3,
        'stroke-linecap="round"',
      ),
  ])();
  return (
    backdrop(stage, disc, ['fade', 'bands', 'halo']) +
    heapCloud(stage, r.between(90, 310), disc.y + 70, 240, mix(p.haze, p.light, 0.5)) +
    drawDisc(stage, disc) +
    hills +
    near
  );
}

/** Evening through the window of a train: straps, a bench, the land going by. */
export function trainWindow(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(130, 270), y: r.between(230, 300), r: r.between(42, 78) };
  const wall = p.dark ? p.tone(0.94) : p.tone(0.86);
  const cut = clip(
    stage,
    '<rect x="36" y="150" width="158" height="250" rx="16"/><rect x="206" y="150" width="158" height="250" rx="16"/>',
  );
  const round = r.chance(0.5);
  const straps = repeat(5, (i) => {
    const x = 20 + i * 92 + r.between(-4, 4);
    const grip = round
      ? ring(x, 118, 17, p.light, 5)
      : stroke(`M${n(x)} 98l18 32h-36Z`, p.light, 5, 'stroke-linejoin="round"');
    return stroke(`M${n(x)} 40V${round ? 101 : 98}`, p.haze, 4) + grip;
  });
  const seat = p.dark ? mix(p.sun, p.ink, 0.45) : p.sun;
  const light = [70, 240]
    .map((x) =>
      fill(
        poly([
          [x, 470],
          [x + 110, 470],
          [x + 76, 610],
          [x - 34, 610],
        ]),
        p.light,
        'opacity=".22"',
      ),
    )
    .join('');
  return (
    sheet(wall) +
    group(view(stage, disc), cut) +
    stroke(
      'M36 166a16 16 0 0 1 16-16h126a16 16 0 0 1 16 16v218a16 16 0 0 1-16 16H52a16 16 0 0 1-16-16ZM206 166a16 16 0 0 1 16-16h126a16 16 0 0 1 16 16v218a16 16 0 0 1-16 16H222a16 16 0 0 1-16-16Z',
      mix(wall, p.haze, 0.35),
      5,
    ) +
    rect(0, 30, 400, 9, p.haze) +
    straps +
    rect(0, 446, 400, 170, mix(seat, p.ink, 0.35)) +
    rect(0, 440, 400, 74, seat, 'rx="14"') +
    stroke('M100 446V508M200 446V508M300 446V508', mix(seat, p.ink, 0.35), 3) +
    light +
    (r.chance(0.5) ? figure(stage, r.pick([96, 300]), 560, 190, p.ink) : '')
  );
}

/** A corridor that narrows towards one lit door. */
export function corridor(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [r.between(170, 230), r.between(250, 300)];
  const depth = 6;
  const door = 34;
  const halls = repeat(depth, (k) => {
    const s = 1.62 ** (depth - k) * 0.5;
    const w = door * s * 1.25;
    return rect(x - w, y - w * 1.5, w * 2, w * 3, mix(p.ink, p.dark ? p.haze : p.mid, (k / depth) * 0.72));
  });
  const floor = repeat(5, (k) => {
    const s = 1.62 ** (k + 1) * 0.5;
    const yy = y + door * s * 1.875;
    return `M${n(x - door * s * 1.25)} ${n(yy)}h${n(door * s * 2.5)}`;
  });
  const spill = fill(
    poly([
      [x - 26, y + 58],
      [x + 26, y + 58],
      [x + 150, 620],
      [x - 150, 620],
    ]),
    p.sun,
    'opacity=".38"',
  );
  const tall = r.between(62, 78);
  return (
    sheet(p.ink) +
    halls +
    stroke(floor, p.ink, 2, 'opacity=".7"') +
    stroke(
      `M${n(x - 30)} ${n(y + 58)}L-160 640M${n(x + 30)} ${n(y + 58)}L560 640M${n(x - 30)} ${n(y - 66)}L-160 -260M${n(x + 30)} ${n(y - 66)}L560 -260`,
      p.ink,
      2,
      'opacity=".6"',
    ) +
    spill +
    glow(stage, { x, y, r: 160 }, p.sun, 0.5) +
    rect(x - 28, y - 66, 56, 124, p.sun) +
    rect(x - 28, y - 66, 56, 124, p.light, 'opacity=".35"') +
    fill(
      poly([
        [x - 9, y + 58],
        [x + 9, y + 58],
        [x + 46, 600],
        [x - 46, 600],
      ]),
      p.ink,
      'opacity=".75"',
    ) +
    figure(stage, x, y + 60, tall, p.ink)
  );
}

/** A bowl of noodles, steam rising into a disc. */
export function bowl(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: 200, y: r.between(210, 260), r: r.between(130, 165) };
  const y = r.between(370, 400);
  const glaze = p.dark ? p.ink : p.tone(0.85);
  const steam = repeat(r.int(3, 4), (i) => {
    const x = 130 + i * 46 + r.between(-8, 8);
    const h = r.between(150, 230);
    return `M${n(x)} ${n(y - 40)}c-34-${n(h * 0.24)} 34-${n(h * 0.4)} 0-${n(h * 0.62)}s26-${n(h * 0.24)} 4-${n(h * 0.4)}`;
  });
  const noodles = repeat(6, (i) => `M${80 + i * 14} ${n(y + 8 + (i % 3) * 5)}q24-26 50 0t50 0t50 0`);
  const egg = `<g transform="translate(${r.int(250, 275)} ${n(y - 8)})"><ellipse rx="36" ry="27" fill="${p.light}"/><circle cx="3" r="14" fill="${p.sun}"/></g>`;
  const nori = fill(`M96 ${n(y + 8)}l10-92l62-8l6 94Z`, mix(p.ink, p.mid, 0.3));
  const naruto = `<g transform="translate(196 ${n(y - 4)})">${circle(0, 0, 25, p.light, `stroke="${p.haze}" stroke-width="5" stroke-dasharray="9 6.7"`)}${stroke('M3 3a6 6 0 1 1-6-6a12 12 0 1 1-3 17', p.sun, 4, 'stroke-linecap="round"')}</g>`;
  const body = `M38 ${n(y)}C44 ${n(y + 96)} 98 ${n(y + 150)} 150 ${n(y + 156)}H250C302 ${n(y + 150)} 356 ${n(y + 96)} 362 ${n(y)}Z`;
  const band = `M70 ${n(y + 62)}Q200 ${n(y + 92)} 330 ${n(y + 62)}`;
  const sticks = stroke(
    `M388 ${n(y - 190)}L236 ${n(y + 14)}M366 ${n(y - 206)}L222 ${n(y + 8)}`,
    p.dark ? p.light : p.ink,
    8,
    'stroke-linecap="round"',
  );
  return (
    backdrop(stage, disc, ['flat', 'halo']) +
    circle(disc.x, disc.y, disc.r, p.dark ? mix(p.sun, p.mid, 0.55) : p.haze) +
    rect(0, y + 130, 400, 300, p.tone(p.dark ? 0.7 : 0.5)) +
    stroke(steam, p.light, 13, 'stroke-linecap="round" opacity=".8"') +
    nori +
    `<ellipse cx="200" cy="${n(y)}" rx="162" ry="44" fill="${glaze}"/><ellipse cx="200" cy="${n(y + 2)}" rx="150" ry="36" fill="${mix(p.sun, p.mid, 0.35)}"/>` +
    stroke(noodles, mix(p.light, p.sun, 0.3), 7, 'stroke-linecap="round"') +
    egg +
    naruto +
    sticks +
    `<ellipse cx="200" cy="${n(y + 166)}" rx="120" ry="16" fill="${p.ink}" opacity=".3"/>` +
    rect(146, y + 146, 108, 22, mix(glaze, p.light, 0.15)) +
    fill(body, glaze) +
    stroke(band, p.sun, 17) +
    stroke(band, p.light, 7, 'stroke-dasharray="14 8 4 8"')
  );
}

/** A cat on the sill, the world outside. */
export function cat(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(150, 260), y: r.between(190, 260), r: r.between(80, 135) };
  const x = r.between(140, 260);
  const base = 500;
  const tail = r.chance(0.5) ? 'M34-8C74-2 92-40 74-70C66-84 52-78 56-66' : 'M34-6C64 0 62 50 40 76';
  const body =
    'M-46 0C-52-44-34-84-24-104C-42-122-42-152-38-176L-18-158Q0-164 18-158L38-176C42-152 42-122 24-104C34-84 52-44 46 0Z';
  const place = `transform="translate(${n(x)} ${base})scale(${n(r.between(0.9, 1.2))})"`;
  const sill = r.pick([
    () => rect(0, base - 4, 400, 14, p.tone(0.82)) + rect(0, base + 10, 400, 110, p.ink),
    () =>
      rooftops(stage, base + 36, p.tone(0.8)) +
      rect(0, base - 3, 400, 16, p.ink) +
      stroke(
        repeat(14, (i) => `M${i * 30 + 4} ${base + 12}v100`),
        p.ink,
        16,
      ),
  ])();
  return (
    backdrop(stage, disc) +
    drawDisc(stage, disc, ['plain', 'plain', 'ringed', 'glowing']) +
    rooftops(stage, 440, p.tone(0.3)) +
    rooftops(stage, 478, p.tone(0.55)) +
    birds(stage, r.int(0, 3), 90, 120, p.tone(p.dark ? 0 : 0.9)) +
    sill +
    `<g ${place}>${fill(body, p.ink)}${stroke(tail, p.ink, 13, 'stroke-linecap="round"')}${stroke('M-20-106Q0-98 20-106', p.sun, 5)}${circle(0, -98, 5, p.light)}</g>`
  );
}
