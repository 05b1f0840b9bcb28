import { backdrop } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { clip, type Stage } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, ring, sheet, stroke } from '../svg.ts';

/** A ball with its seams. */
function ball(stage: Stage, x: number, y: number, size: number): string {
  const { random: r, palette: p } = stage;
  const seam = mix(p.sun, p.ink, 0.75);
  const seams = r.pick([
    'M-1 0H1M0-1V1M-.72-.72Q-.2 0-.72 .72M.72-.72Q.2 0 .72 .72',
    'M-.8-.62Q.1 0-.8 .62M.8-.62Q-.1 0 .8 .62',
    'M0 0Q-.1-.6 .3-.96M0 0Q.6 .1 .9 .5M0 0Q-.5 .4-.92 .4M-.36-.2Q-.4-.7-.1-1M.3-.24Q.8-.2 1-.05M.05 .4Q-.3 .8-.7 .72',
  ]);
  const cut = clip(stage, '<circle r="1"/>');
  return `<g transform="translate(${n(x)} ${n(y)})rotate(${r.int(-40, 40)})scale(${n(size)})"><g ${cut}><circle r="1" fill="${p.sun}"/><path d="${seams}" fill="none" stroke="${seam}" stroke-width=".06"/><circle cx=".35" cy=".42" r="1.1" fill="none" stroke="${p.ink}" stroke-width=".5" opacity=".16"/></g></g>`;
}

/** A court from above, its lines at an angle, a ball with a long shadow. */
export function court(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const floor = p.dark ? p.mid : p.tone(0.45);
  const inner = p.dark ? mix(p.mid, p.haze, 0.4) : p.tone(0.25);
  const line = p.light;
  const angle = r.between(-34, 34);
  const lines =
    rect(-170, -420, 340, 420, inner) +
    circle(0, 0, 86, floor) +
    stroke('M-170-420H170V420H-170ZM-170 0H170', line, 6) +
    ring(0, 0, 86, line, 6) +
    rect(-62, 250, 124, 200, inner) +
    stroke(
      'M-62 420V250H62V420M-62 250A62 62 0 0 1 62 250M-140 420V330A140 140 0 0 1 140 330V420M-62-420V-250H62V-420M-62-250A62 62 0 0 0 62-250',
      line,
      6,
    );
  const [x, y] = [r.between(120, 280), r.between(200, 380)];
  const size = r.between(44, 66);
  const lean = r.between(150, 230);
  const shadow = `<g transform="translate(${n(x)} ${n(y)})rotate(${r.int(30, 60)})">${rect(0, -size, lean, size * 2, p.ink, 'opacity=".38"')}${circle(lean, 0, size, p.ink, 'opacity=".38"')}</g>`;
  return `${sheet(floor)}<g transform="translate(${r.int(150, 250)} ${r.int(220, 380)})rotate(${n(angle)})scale(${n(r.between(1, 1.3))})">${lines}</g>${shadow}${ball(stage, x, y, size)}`;
}

/** A ball in flight towards a hoop, its path shown in fading discs. */
export function arc(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const apex = r.between(90, 140);
  const from = { x: 40, y: 560 };
  const to = { x: 300, y: 290 };
  const path = (t: number) => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * 150 + t * t * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * (apex - 260) + t * t * to.y,
  });
  const count = r.int(7, 10);
  const ghosts = repeat(count, (i) => {
    const at = path((i / count) * 0.7);
    return circle(at.x, at.y, 18 + i * 2, mix(p.sky, p.sun, 0.12 + (0.55 * i) / count));
  });
  const hero = path(0.78);
  const frame = p.dark ? p.light : p.ink;
  const net =
    repeat(5, (i) => `M${n(252 + i * 22)} 322L${n(262 + i * 17)} 352L${n(258 + i * 19)} 392`) +
    repeat(4, (i) => `M${n(274 + i * 22)} 322L${n(262 + i * 17)} 352L${n(277 + i * 19)} 392`);
  return (
    backdrop(stage, { x: hero.x, y: hero.y, r: 60 }, ['flat', 'halo', 'bands']) +
    ghosts +
    rect(356, 178, 11, 152, frame) +
    rect(366, 262, 40, 12, frame) +
    rect(384, 262, 16, 320, frame) +
    ball(stage, hero.x, hero.y, r.between(46, 58)) +
    stroke(net, frame, 2.2) +
    stroke('M244 318H356', p.sun, 9, 'stroke-linecap="round"') +
    fill('M0 610V560Q200 530 400 556V610Z', p.ink) +
    stroke('M0 582Q200 550 400 578', p.sun, 3)
  );
}

/** Lanes of a track curving away, somebody far ahead. */
export function lanes(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const ground = p.dark ? p.tone(0.7) : p.haze;
  const lane = [mix(p.sun, p.mid, 0.25), mix(p.sun, p.mid, 0.42)] as const;
  const count = r.int(5, 6);
  const [x, y] = [r.between(-40, 30), r.between(560, 640)];
  const inner = r.between(110, 150);
  const width = r.between(52, 60);
  const bands = repeat(count, (i) => {
    const d = inner + (i + 0.5) * width;
    return ring(x, y, d, lane[i % 2] ?? p.sun, width + 1);
  });
  const lines = repeat(count + 1, (i) => ring(x, y, inner + i * width, p.light, 4));
  const hurdles = repeat(count, (i) => {
    const d = inner + (i + 0.5) * width;
    const a = -1.3 + i * 0.17;
    const [hx, hy] = [x + d * Math.cos(a), y + d * Math.sin(a)];
    return `<g transform="translate(${n(hx)} ${n(hy)})rotate(${n((a * 180) / Math.PI)})">${rect(-width * 0.4, -5, width * 0.8, 10, p.light)}${stroke(`M${n(-width * 0.3)} 0H${n(width * 0.4)}`, p.ink, 10, 'stroke-dasharray="8 8"')}${rect(-width * 0.4, 5, width * 0.8, 18, p.ink, 'opacity=".35"')}</g>`;
  });
  return (
    sheet(ground) +
    bands +
    lines +
    hurdles +
    circle(r.between(300, 350), r.between(60, 110), r.between(26, 44), p.dark ? p.light : p.sun)
  );
}

/** A ring under one lamp: ropes, corner posts, an empty canvas. */
export function ringside(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const dark = p.dark ? p.sky : p.ink;
  const x = r.between(170, 230);
  const beam = poly([
    [x - 26, 60],
    [x + 26, 60],
    [380, 470],
    [20, 470],
  ]);
  const mat = poly([
    [110, 400],
    [290, 400],
    [392, 500],
    [8, 500],
  ]);
  const ropes = repeat(3, (i) => {
    const y = 330 + i * 24;
    return stroke(
      `M112 ${y}H288M112 ${y}L10 ${n(395 + i * 36)}M288 ${y}L390 ${n(395 + i * 36)}`,
      i === 1 ? p.light : p.sun,
      4,
    );
  });
  const front = repeat(3, (i) => stroke(`M10 ${395 + i * 36}H390`, i === 1 ? p.light : p.sun, 6));
  const crowd = repeat(26, () =>
    circle(r.between(0, 400), r.between(345, 402), r.between(7, 11), mix(dark, p.mid, 0.35)),
  );
  return (
    sheet(dark) +
    crowd +
    fill(beam, p.haze, 'opacity=".3"') +
    fill(mat, p.haze) +
    `<ellipse cx="200" cy="452" rx="92" ry="22" fill="${p.light}" opacity=".7"/>` +
    ropes +
    rect(104, 316, 12, 88, p.ink) +
    rect(284, 316, 12, 88, p.ink) +
    fill(
      poly([
        [8, 500],
        [392, 500],
        [400, 600],
        [0, 600],
      ]),
      p.tone(0.72),
    ) +
    front +
    rect(0, 372, 20, 140, p.sun) +
    rect(380, 372, 20, 140, p.sun) +
    fill(
      poly([
        [x - 34, 64],
        [x + 34, 64],
        [x + 18, 30],
        [x - 18, 30],
      ]),
      mix(dark, p.haze, 0.5),
    ) +
    rect(x - 2, 0, 4, 32, mix(dark, p.haze, 0.5))
  );
}
