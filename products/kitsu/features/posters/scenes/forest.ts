import { backdrop, drawDisc, glow, mist } from '../backdrop.ts';
import { conifer, figure, grass } from '../scenery.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, poly, repeat, stroke } from '../svg.ts';

/** A deer with its head up, facing left; feet at x, y. */
function deer(x: number, y: number, size: number, colour: string): string {
  const place = `transform="translate(${n(x)} ${n(y)})scale(${n(size)})"`;
  const body =
    'M-22-34C-26-44-30-52-33-62L-42-60L-44-65L-34-72L-28-70C-24-60-18-50-10-47C4-50 20-48 26-40L24-26L26 0H22L19-24L12-27L-8-26L-11 0H-15L-16-24Z';
  const antlers = 'M-33-70C-38-80-36-88-42-96M-36-82l-9-2M-30-70C-28-80-30-86-22-94M-28-81l9-4';
  return `<g ${place}>${fill(body, colour)}${stroke(antlers, colour, 2.2, 'stroke-linecap="round"')}</g>`;
}

/** Trunks in five depths, light at the end, a deer or a wanderer in it. */
export function trunks(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(150, 250);
  const disc = { x, y: r.between(280, 370), r: r.between(60, 110) };
  const layers = 4;
  const wood = repeat(layers, (k) => {
    const t = k / (layers - 1);
    const count = 8 - k * 2 + (k === 3 ? 1 : 0);
    const clear = 26 + k * 42;
    const d = repeat(count, (i) => {
      const side = i % 2 ? 1 : -1;
      const tx = x + side * (clear + r.between(0.1, 1) * (230 - clear * 0.4) * (0.3 + i / count));
      const w = 4 + t * 24 * r.between(0.7, 1.3);
      const lean = r.between(-14, 14);
      const foot = 470 + k * 40;
      return poly([
        [tx - w * 0.45 + lean, -10],
        [tx + w * 0.45 + lean, -10],
        [tx + w * 0.6, foot - 30],
        [tx + w, foot],
        [tx - w, foot],
        [tx - w * 0.6, foot - 30],
      ]);
    });
    const floor = `M0 610V${n(462 + k * 38)}Q${n(x)} ${n(452 + k * 42)} 400 ${n(464 + k * 38)}V610Z`;
    return (
      fill(d + floor, p.tone(0.12 + t * 0.84)) +
      (k < layers - 1 ? mist(stage, 330, 520 + k * 30, p.haze, 0.45 - k * 0.08) : '')
    );
  });
  const guest = r.chance(0.5)
    ? deer(x, 512, r.between(0.8, 1.1), p.ink)
    : figure(stage, x, 512, r.between(58, 76), p.ink);
  const flies = repeat(r.int(6, 14), () =>
    circle(r.between(30, 370), r.between(280, 560), r.between(1.6, 3.4), p.sun),
  );
  return (
    backdrop(stage, disc, ['fade', 'halo', 'flat']) +
    glow(stage, { ...disc, r: 240 }, p.light, 0.4) +
    drawDisc(stage, disc, ['plain', 'glowing']) +
    wood +
    guest +
    flies +
    grass(stage, 604, 34, 46, p.ink)
  );
}

/** Slopes of fir in rows, nearer rows darker. */
export function firs(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const disc = { x: r.between(100, 300), y: r.between(130, 230), r: r.between(45, 110) };
  const tree = stage.define((id) => `<path id="${id}" d="${conifer(0, 0, 100)}"/>`);
  const rows = r.int(4, 5);
  const slope = r.between(-70, 70);
  const woods = repeat(rows, (k) => {
    const t = k / (rows - 1);
    const base = 320 + 235 * t ** 1.1;
    const count = Math.round(12 - t * 6);
    const tilt = slope * (k % 2 ? -1 : 1) * (1 - t * 0.6);
    const trees = repeat(count, (i) => {
      const share = (i + r.between(0.15, 0.85)) / count;
      const x = Math.round(
        k === rows - 1 ? (share < 0.5 ? share * 300 - 20 : 420 - (1 - share) * 300) : share * 420 - 10,
      );
      const y = Math.round(base + (x / 400 - 0.5) * tilt + 8);
      return `<use href="#${tree}" transform="translate(${x} ${y})scale(${Math.round((0.46 + t * 1.1) * r.between(60, 110)) / 100})"/>`;
    });
    const hill = fill(
      poly([
        [0, base - tilt / 2],
        [400, base + tilt / 2],
        [400, 610],
        [0, 610],
      ]),
      p.tone(0.12 + t * 0.88),
    );
    const veil = k < rows - 1 ? mist(stage, base - 10, base + 110, p.haze, 0.5) : '';
    return `<g fill="${p.tone(0.12 + t * 0.88)}">${trees}</g>${hill}${veil}`;
  });
  const cabin = r.chance(0.5)
    ? `<g transform="translate(${r.int(150, 250)} 556)">${fill('M-26 0V-26L0-50L26-26V0Z', p.tone(0.8))}${fill('M-34-22L0-56L34-22L30-18L0-46L-30-18Z', p.ink)}<path d="M-9-22h18v14H-9Z" fill="${p.sun}"/></g>`
    : '';
  return backdrop(stage, disc) + drawDisc(stage, disc) + woods + cabin;
}
