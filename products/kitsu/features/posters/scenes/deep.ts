import { glow } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { type Stage, vertical } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, ring, sheet, stroke } from '../svg.ts';

/** Jellyfish adrift in the deep, lit from within. */
export function jellyfish(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const threads = repeat(7, (i) => {
    const x = -48 + i * 16;
    const sway = r.int(10, 24) * (i % 2 ? 1 : -1);
    const drop = r.int(40, 62);
    return `M${x} 2q${sway} ${drop} 0 ${drop * 2}t0 ${drop}`;
  });
  const bell = 'M-64 4C-70-74 70-74 64 4Q52-12 40 4Q27-12 14 4Q0-12-14 4Q-27-12-40 4Q-52-12-64 4Z';
  const body = stage.define(
    (id) =>
      `<g id="${id}">${stroke(threads, p.haze, 2.6, 'stroke-linecap="round"')}${fill('M-18 0q-16 54 2 98q14 30-4 62M14 0q20 50 0 104q-12 26 6 50', 'none', `stroke="${p.light}" stroke-width="7" stroke-linecap="round" opacity=".55"`)}${fill(bell, p.sun)}${fill('M-40-8C-44-52 44-52 40-8Q27-22 14-8Q0-22-14-8Q-27-22-40-8Z', mix(p.sun, p.light, 0.55))}${stroke('M-44-26C-36-48-18-54-6-55', p.light, 4, 'stroke-linecap="round"')}</g>`,
  );
  const place = (x: number, y: number, s: number, opacity: number) =>
    `<use href="#${body}" transform="translate(${n(x)} ${n(y)})rotate(${r.int(-26, 26)})scale(${n(s)})"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
  const hero = { x: r.between(150, 250), y: r.between(190, 250) };
  const shafts = repeat(4, (i) =>
    poly([
      [30 + i * 100, -10],
      [70 + i * 100, -10],
      [i * 130 - 60, 610],
      [i * 130 - 160, 610],
    ]),
  );
  const bubbles = repeat(r.int(8, 14), () =>
    ring(r.int(20, 380), r.int(30, 580), r.between(2, 7), p.light, 1.3, 'opacity=".6"'),
  );
  return (
    sheet(
      vertical(stage, [
        [0, p.mid],
        [0.5, p.sky],
        [1, p.ink],
      ]),
    ) +
    fill(shafts, p.haze, 'opacity=".13"') +
    bubbles +
    place(r.between(50, 110), r.between(90, 150), 0.5, 0.5) +
    place(r.between(300, 350), r.between(330, 420), 0.62, 0.65) +
    place(r.between(60, 130), r.between(430, 490), 0.42, 0.4) +
    glow(stage, { ...hero, r: 210 }, p.sun, 0.42) +
    place(hero.x, hero.y, r.between(1.3, 1.65), 1)
  );
}

/** A pool from above: ropes, rippling light, one swimmer ahead. */
export function pool(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const water = p.dark ? mix(p.mid, p.haze, 0.35) : mix(p.haze, p.mid, 0.55);
  const lanes = r.int(4, 5);
  const w = 400 / lanes;
  const ropes = repeat(lanes - 1, (i) =>
    stroke(`M${n(w * (i + 1))} -10V610`, i % 2 ? p.light : p.sun, 8, 'stroke-dasharray="17 5"'),
  );
  const marks = repeat(
    lanes,
    (i) =>
      rect(w * (i + 0.5) - 7, 96, 14, 600, mix(water, p.ink, 0.42)) +
      rect(w * (i + 0.5) - 22, 96, 44, 14, mix(water, p.ink, 0.42)),
  );
  const light = repeat(26, () => `M${r.int(-20, 400)} ${r.int(70, 590)}q14-12 28 0t28 0`);
  const swimmer = (lane: number, y: number, cap: string) => {
    const x = w * (lane + 0.5);
    const skin = mix(p.light, p.sun, 0.25);
    const wake = `M${n(x - 12)} ${n(y + 20)}q-26 60-30 150M${n(x + 12)} ${n(y + 20)}q26 60 30 150M${n(x)} ${n(y + 90)}v90`;
    const arms = `M${n(x - 14)} ${n(y + 22)}q-22-16-14-52M${n(x + 14)} ${n(y + 22)}q20 22 22 56`;
    return `${stroke(wake, p.light, 3, 'opacity=".75" stroke-linecap="round"')}${stroke(arms, skin, 10, 'stroke-linecap="round"')}${fill(`M${n(x - 17)} ${n(y + 14)}q17-8 34 0l-5 54h-24Z`, skin)}${fill(`M${n(x - 13)} ${n(y + 56)}h26l-4 46h-6l-3-22l-3 22h-6Z`, p.ink)}${circle(x, y, 13, cap)}`;
  };
  const ahead = r.int(1, lanes - 2);
  const field = repeat(lanes, (i) =>
    i === ahead || !r.chance(0.6) ? '' : swimmer(i, r.between(330, 470), p.ink),
  );
  return (
    sheet(water) +
    marks +
    stroke(light, p.light, 2.4, 'stroke-linecap="round" opacity=".5"') +
    ropes +
    field +
    swimmer(ahead, r.between(170, 230), p.dark ? p.light : p.sun) +
    rect(0, 0, 400, 58, p.light) +
    repeat(lanes, (i) => rect(w * (i + 0.5) - 26, 16, 52, 42, i === ahead ? p.sun : p.ink))
  );
}
