import { backdrop, birds, crest, drawDisc, heapCloud, land, scrollClouds, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { figure, glitter } from '../scenery.ts';
import { type Stage, vertical } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, ring, sheet, stroke } from '../svg.ts';

function sailboat(x: number, y: number, s: number, hull: string, sail: string): string {
  return (
    fill(
      poly([
        [x, y - s * 1.5],
        [x, y - s * 0.2],
        [x - s * 0.75, y - s * 0.2],
      ]),
      sail,
    ) +
    fill(
      poly([
        [x + s * 0.1, y - s * 1.2],
        [x + s * 0.6, y - s * 0.2],
        [x + s * 0.1, y - s * 0.2],
      ]),
      sail,
    ) +
    fill(`M${n(x - s)} ${n(y - s * 0.1)}h${n(s * 1.9)}l${n(-s * 0.4)} ${n(s * 0.35)}h${n(-s * 1.1)}Z`, hull)
  );
}

function lighthouse(stage: Stage, x: number, base: number): string {
  const { palette: p } = stage;
  const top = base - 190;
  const tower = fill(
    poly([
      [x - 13, top],
      [x + 13, top],
      [x + 21, base],
      [x - 21, base],
    ]),
    p.light,
  );
  const bands = [0.2, 0.55].map((t) => {
    const y = top + (base - top) * t;
    const w = 13 + 8 * t;
    return fill(
      poly([
        [x - w, y],
        [x + w, y],
        [x + w + 1.6, y + 34],
        [x - w - 1.6, y + 34],
      ]),
      p.sun,
    );
  });
  const lamp =
    fill(
      poly([
        [x, top - 14],
        [x - 420, top - 95],
        [x - 420, top + 20],
      ]),
      p.light,
      'opacity=".22"',
    ) +
    rect(x - 18, top - 5, 36, 6, p.ink) +
    rect(x - 9, top - 26, 18, 22, p.light) +
    fill(
      poly([
        [x - 13, top - 26],
        [x + 13, top - 26],
        [x, top - 44],
      ]),
      p.ink,
    );
  const cliff = `M400 610V${base - 30}Q${x + 30} ${base - 18} ${x - 50} ${base + 4}Q${x - 78} ${base + 60} ${x - 120} 610Z`;
  return tower + bands.join('') + lamp + fill(cliff, p.ink);
}

/** A moon or sun over open water, its light on the swell; a boat, an island or a lighthouse for scale. */
export function sea(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const horizon = r.between(320, 410);
  const sunk = r.chance(0.45);
  const size = r.between(48, 110);
  const disc = {
    x: r.between(120, 260),
    y: sunk ? horizon - size * r.between(0.05, 0.35) : horizon - size - r.between(30, 120),
    r: size,
  };
  const water = vertical(stage, [
    [0, mix(p.haze, p.mid, 0.55)],
    [1, p.tone(0.88)],
  ]);
  const guest = r.pick(['boat', 'island', 'lighthouse'] as const);
  const sky = p.dark ? stars(stage, 40, 10, horizon - 90) : heapCloud(stage, 330, horizon, 240, p.light);
  const scale = {
    boat: () => sailboat(r.between(70, 330), horizon + r.between(40, 90), r.between(24, 40), p.ink, p.light),
    island: () =>
      fill(
        `M230 ${n(horizon + 3)}Q290 ${n(horizon - 70)} 330 ${n(horizon - 34)}T420 ${n(horizon + 3)}Z`,
        p.tone(0.75),
      ),
    lighthouse: () => lighthouse(stage, 318, 470),
  }[guest]();
  return (
    backdrop(stage, disc) +
    sky +
    drawDisc(stage, disc, ['plain', 'plain', 'sliced', 'glowing']) +
    rect(0, horizon, 400, 300, water) +
    glitter(stage, disc.x, horizon, size * 1.5, p.sun) +
    scale +
    birds(stage, r.int(0, 4), 120, horizon - 190, p.tone(p.dark ? 0.1 : 0.9))
  );
}

/** Seigaiha: rows of scale-shaped waves rolling in under a disc. */
export function scaleWaves(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const size = r.pick([44, 50, 58, 67]);
  const first = r.between(300, 380);
  const disc = { x: r.between(100, 300), y: first - r.between(30, 130), r: r.between(65, 125) };
  const line = r.chance(0.5) ? p.light : p.haze;
  const scale = stage.define((id) => {
    const rings = [0.74, 0.48, 0.22].map((t) => ring(0, 0, size * t, line, size * 0.07)).join('');
    return `<g id="${id}"><circle r="${size}" stroke="${line}" stroke-width="${n(size * 0.07)}"/>${rings}</g>`;
  });
  const step = size * 0.52;
  const rows = Math.ceil((620 - first) / step);
  const swell = r.between(8, 26);
  const phase = r.between(0, 6);
  const waves = repeat(rows, (k) => {
    const tone = p.tone(0.25 + (0.75 * k) / rows);
    const across = Math.ceil(200 / size) + 1;
    const uses = repeat(across + 1, (m) => {
      const x = m * size * 2 - (k % 2) * size;
      return `<use href="#${scale}" x="${n(x)}" y="${n(first + size + k * step + Math.sin(x / 90 + phase) * swell)}"/>`;
    });
    return `<g fill="${tone}">${uses}</g>`;
  });
  return (
    backdrop(stage, disc, ['flat', 'halo', 'fade']) +
    scrollClouds(stage, 400 - disc.x, disc.y - 60, 170, mix(p.sky, p.haze, 0.7)) +
    drawDisc(stage, disc, ['plain', 'plain', 'sliced']) +
    waves
  );
}

/** A still pond from above: koi, ripples, lily pads. */
export function koi(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const water = p.dark ? [p.tone(0.62), p.tone(0.92)] : [p.haze, p.tone(0.32)];
  const ground = sheet(
    vertical(stage, [
      [0, water[0] ?? p.mid],
      [1, water[1] ?? p.ink],
    ]),
  );
  const spots = [
    [130, 190],
    [265, 330],
    [150, 470],
  ] as const;
  const ripples = repeat(3, (i) => {
    const [x, y] = [r.between(40, 360), 90 + i * 200 + r.between(-40, 40)];
    return ring(x, y, 26, p.light, 1.6) + ring(x, y, 48, p.light, 1.2) + ring(x, y, 76, p.light, 0.8);
  });
  const turn = r.pick([-1, 1]);
  const fish = spots.slice(0, r.int(2, 3)).map(([x, y], i) => {
    const angle = turn * (25 + i * 130 + r.between(-25, 25));
    return koiFish(stage, x + r.between(-25, 25), y + r.between(-20, 20), r.between(1.25, 1.75), angle, i);
  });
  const pads = repeat(r.int(4, 6), (i) => {
    const [x, y] = [r.pick([20, 70, 335, 385]) + r.between(-15, 15), 50 + i * 105 + r.between(-30, 30)];
    const s = r.between(24, 46);
    const start = r.between(0, 360);
    return fill(
      `M0 0L${n(s)} ${n(s * 0.3)}A${n(s)} ${n(s)} 0 1 1 ${n(s)} ${n(-s * 0.3)}Z`,
      p.tone(p.dark ? 0.3 : 0.62),
      `transform="translate(${n(x)} ${n(y)})rotate(${n(start)})"`,
    );
  });
  return `${ground}<g opacity=".55">${ripples}</g>${fish.join('')}${pads}${circle(r.between(40, 360), r.between(40, 560), 6, p.sun)}`;
}

function koiFish(stage: Stage, x: number, y: number, size: number, angle: number, index: number): string {
  const { palette: p, random: r } = stage;
  const [body, patch] = index === 1 ? [p.sun, p.light] : [p.light, p.sun];
  const shape = 'M0-58C16-56 22-34 20-10C18 16 8 40 3 58H-3C-8 40-18 16-20-10C-22-34-16-56 0-58Z';
  const tail = 'M0 50C8 62 26 74 24 96C12 92 4 84 0 74C-6 86-16 94-28 92C-24 74-8 62 0 50Z';
  const fins = 'M18-26C38-24 46-10 44 4C32 2 22-4 18-10ZM-18-26C-38-24-46-10-44 4C-32 2-22-4-18-10Z';
  const marks = `${circle(r.between(-6, 6), -28, 15, patch)}${circle(r.between(-8, 8), 6, 13, patch)}${circle(0, 34, 8, patch)}`;
  const cut = stage.define((id) => `<clipPath id="${id}"><path d="${shape}"/></clipPath>`);
  const place = `transform="translate(${n(x)} ${n(y)})rotate(${n(angle)})scale(${n(size)})"`;
  return `<g ${place}><path d="${shape}" transform="translate(-9 12)" fill="${p.ink}" opacity=".3"/>${fill(tail + fins, body, 'opacity=".75"')}${fill(shape, body)}<g clip-path="url(#${cut})">${marks}</g>${stroke('M-8-50h0M8-50h0', p.ink, 5, 'stroke-linecap="round"')}</g>`;
}

/** Dunes in long curves, one side lit, somebody crossing. */
export function dunes(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(110, 290), y: r.between(130, 220), r: r.between(38, 90) };
  let walker = '';
  const waves = repeat(4, (i) => {
    const y = 330 + i * 70;
    const peak = r.between(110, 290);
    const lift = r.between(50, 95);
    if (i === 1) walker = figure(stage, peak, y - lift + 2, r.between(30, 42), p.ink);
    const lit = `M-10 ${y + 20}Q${n(peak * 0.55)} ${n(y + 10)} ${n(peak)} ${n(y - lift)}Q${n(peak + 40)} ${n(y + 30)} 410 ${n(y + 14)}V610H-10Z`;
    const shade = `M${n(peak)} ${n(y - lift)}Q${n(peak - 10)} ${n(y + 20)} ${n(peak - 60)} ${y + 70}Q${n(peak + 30)} 600 ${n(peak + 20)} 610H410V${n(y + 14)}Q${n(peak + 40)} ${n(y + 30)} ${n(peak)} ${n(y - lift)}Z`;
    return fill(lit, p.tone(0.06 + i * 0.2)) + fill(shade, p.tone(0.3 + i * 0.22));
  });
  return (
    backdrop(stage, disc) +
    drawDisc(stage, disc) +
    land(crest(stage, 330, 20, 0.5), p.tone(0.12)) +
    waves +
    walker
  );
}
