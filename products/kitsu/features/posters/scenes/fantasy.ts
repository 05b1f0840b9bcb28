import { backdrop, birds, crest, drawDisc, land, mist, scrollClouds, stars } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { conifer, rooftops, treeline } from '../scenery.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, stroke } from '../svg.ts';

function turret(stage: Stage, x: number, base: number, w: number, h: number, colour: string): string {
  const { random: r, palette: p } = stage;
  const top = base - h;
  const roof = r.chance(0.7);
  const cap = roof
    ? fill(
        poly([
          [x - w * 0.72, top + 2],
          [x, top - w * r.between(1.5, 2.3)],
          [x + w * 0.72, top + 2],
        ]),
        mix(colour, p.ink, 0.45),
      )
    : stroke(
        `M${n(x - w * 0.6)} ${n(top)}h${n(w * 1.2)}`,
        colour,
        9,
        `stroke-dasharray="${n(w * 0.24)} ${n(w * 0.24)}"`,
      );
  const flag = roof && r.chance(0.4) ? fill(`M${n(x)} ${n(top - w * 2.3)}v${n(-26)}l20 7l-20 8Z`, p.sun) : '';
  const slits = repeat(Math.min(3, Math.floor(h / 60)), (i) =>
    rect(x - 3, top + 18 + i * 46, 6, 13, p.dark ? p.sun : p.light, 'rx="3"'),
  );
  return (
    rect(x - w / 2, top, w, h + 20, colour) + rect(x - w * 0.6, top, w * 1.2, 9, colour) + cap + flag + slits
  );
}

/** A castle of many towers on its crag, under a moon. */
export function castle(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(160, 240);
  const base = r.between(430, 460);
  const disc = { x: x + r.between(-110, 110), y: r.between(120, 230), r: r.between(50, 120) };
  const body = p.tone(0.72);
  const back = p.tone(0.5);
  const wings = [-66, 74, 22]
    .map((dx) => turret(stage, x + dx, base, r.between(24, 32), r.between(110, 190), back))
    .join('');
  const keep = turret(stage, x, base, r.between(44, 56), r.between(170, 230), body);
  const flanks = repeat(2, (i) =>
    turret(
      stage,
      x + (i ? 1 : -1) * r.between(88, 112),
      base + 12,
      r.between(28, 38),
      r.between(70, 130),
      body,
    ),
  );
  const wall =
    rect(x - 100, base - 44, 200, 70, body) +
    stroke(`M${n(x - 100)} ${n(base - 46)}h200`, body, 9, 'stroke-dasharray="10 9"') +
    fill(`M${n(x - 17)} ${n(base + 26)}v-34a17 20 0 0 1 34 0v34Z`, p.dark ? p.sun : p.ink);
  const crag = `M${n(x - 190)} 610L${n(x - 140)} ${base + 60}L${n(x - 118)} ${base + 12}L${n(x + 120)} ${base + 14}L${n(x + 150)} ${base + 66}L${n(x + 210)} 610Z`;
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 46, 8, 260) : scrollClouds(stage, 400 - disc.x, 150, 180, p.light)) +
    drawDisc(stage, disc, ['plain', 'plain', 'glowing', 'crescent']) +
    land(crest(stage, 400, 44, 0.55), p.tone(0.16)) +
    mist(stage, 340, 470, p.haze, 0.6) +
    wings +
    keep +
    wall +
    flanks +
    fill(crag, p.tone(0.86)) +
    mist(stage, 470, 590, p.haze, 0.45) +
    treeline(stage, 592, 80, p.ink) +
    birds(stage, r.int(2, 5), 400 - x, 240, p.tone(p.dark ? 0.1 : 0.9))
  );
}

/** An island adrift in the sky: a tree or a house on top, roots and rock below. */
export function skyIsland(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(100, 300), y: r.between(140, 260), r: r.between(80, 140) };
  const island = (x: number, y: number, w: number, near: number) => {
    const rock = `M${n(x - w)} ${n(y)}L${n(x - w * 0.62)} ${n(y + w * 0.5)}L${n(x - w * 0.3)} ${n(y + w * 0.72)}L${n(x - w * 0.05)} ${n(y + w * r.between(1.2, 1.5))}L${n(x + w * 0.22)} ${n(y + w * 0.78)}L${n(x + w * 0.6)} ${n(y + w * 0.46)}L${n(x + w)} ${n(y)}Z`;
    const side = `M${n(x + w * 0.1)} ${n(y)}L${n(x - w * 0.05)} ${n(y + w * 1.2)}L${n(x + w * 0.22)} ${n(y + w * 0.78)}L${n(x + w * 0.6)} ${n(y + w * 0.46)}L${n(x + w)} ${n(y)}Z`;
    return (
      fill(rock, p.tone(near)) +
      fill(side, p.tone(near + 0.16)) +
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(w)}" ry="${n(w * 0.15)}" fill="${mix(p.tone(near), p.light, 0.45)}"/>`
    );
  };
  const [x, y, w] = [r.between(170, 230), r.between(330, 370), r.between(112, 138)];
  const tree =
    stroke(
      `M${n(x)} ${n(y)}C${n(x + 6)} ${n(y - 40)} ${n(x - 14)} ${n(y - 60)} ${n(x - 4)} ${n(y - 110)}M${n(x)} ${n(y - 55)}Q${n(x + 26)} ${n(y - 80)} ${n(x + 38)} ${n(y - 112)}`,
      p.ink,
      11,
    ) +
    repeat(6, (i) =>
      circle(
        x - 58 + i * 23 + r.between(-6, 6),
        y - 128 - Math.sin((i / 5) * 3.14) * 34,
        r.between(26, 40),
        i % 2 ? p.tone(0.92) : p.tone(0.8),
      ),
    );
  const house =
    fill(`M${n(x - 40)} ${n(y)}v-62l40-36l40 36v62Z`, p.tone(0.82)) +
    fill(`M${n(x - 54)} ${n(y - 56)}L${n(x)} ${n(y - 108)}L${n(x + 54)} ${n(y - 56)}Z`, p.ink) +
    rect(x - 9, y - 44, 18, 24, p.sun) +
    fill(conifer(x + 76, y + 4, 92) + conifer(x - 74, y + 4, 70), p.ink);
  const fallX = x - w * 0.55;
  const falls = stroke(
    `M${n(fallX)} ${n(y + 8)}Q${n(fallX - 14)} ${n(y + 60)} ${n(fallX - 12)} 560`,
    p.light,
    8,
    'opacity=".75"',
  );
  return (
    backdrop(stage, disc) +
    (p.dark ? stars(stage, 40, 8, 330) : '') +
    drawDisc(stage, disc) +
    island(r.between(50, 110), r.between(190, 260), r.between(28, 44), 0.2) +
    island(r.between(300, 350), r.between(420, 460), r.between(34, 50), 0.32) +
    scrollClouds(stage, 320, r.between(250, 300), 170, mix(p.haze, p.light, 0.4)) +
    (r.chance(0.6) ? falls : '') +
    island(x, y, w, 0.58) +
    (r.chance(0.55) ? tree : house) +
    scrollClouds(stage, 90, 545, 240, p.light) +
    scrollClouds(stage, 310, 580, 260, mix(p.light, p.haze, 0.5))
  );
}

/** A whale swimming through the night sky above a sleeping town. */
export function skyWhale(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(120, 280), y: r.between(150, 230), r: r.between(90, 135) };
  const [x, y] = [r.between(185, 215), r.between(270, 320)];
  const back = p.tone(0.88);
  const body =
    'M-165 10C-160-42-92-66-22-56C52-46 92-10 134-22C150-26 156-44 150-64C170-56 186-40 184-24C198-32 214-28 222-16C204-14 190-6 176 2C140 36 80 58 0 62C-90 66-166 54-165 10Z';
  const belly = 'M-163 20C-120 40-40 44 40 36C20 58-20 62 0 62C-90 66-160 56-163 20Z';
  const lines = 'M-148 36Q-90 52-20 50M-136 46Q-84 60-30 57M-156 27Q-90 44-8 43';
  const place = `transform="translate(${n(x)} ${n(y)})rotate(${n(r.between(-16, 6))})scale(${n(r.between(0.82, 0.98))})"`;
  const whale = `<g ${place}>${fill(body, back)}${fill(belly, mix(back, p.light, 0.6))}${stroke(lines, back, 2)}${fill('M-60 44C-60 84-30 112 4 116C2 88-14 60-28 44Z', mix(back, p.haze, 0.22))}${circle(-122, 6, 4.5, p.light)}</g>`;
  return (
    backdrop(stage, disc) +
    stars(stage, 70, 6, 430) +
    drawDisc(stage, disc, ['plain', 'ringed', 'glowing']) +
    scrollClouds(stage, 80, y + 60, 190, p.tone(0.2)) +
    whale +
    scrollClouds(stage, 310, y + 90, 210, mix(p.haze, p.light, 0.3)) +
    rooftops(stage, 545, p.tone(0.72)) +
    rooftops(stage, 580, p.ink)
  );
}
