import { backdrop, birds, crest, drawDisc, land, mist } from '../backdrop.ts';
import { mix } from '../colour.ts';
import { grass } from '../scenery.ts';
import type { Stage } from '../stage.ts';
import { circle, fill, n, poly, rect, repeat, sheet, soft, stroke } from '../svg.ts';

function longsword(stage: Stage, x: number, foot: number, size: number): string {
  const { palette: p, random: r } = stage;
  const edge = mix(p.light, p.mid, 0.55);
  const guard = r.between(44, 64);
  const place = `transform="translate(${n(x)} ${n(foot)})rotate(${n(r.between(-7, 7))})scale(${n(size)})"`;
  return (
    `<g ${place}>${fill('M-12 10L-10-262H0V10Z', p.light)}${fill('M12 10L10-262H0V10Z', edge)}${stroke('M0-255V-120', p.mid, 2.4)}` +
    fill(`M${n(-guard)}-264Q0-276 ${n(guard)}-264L${n(guard - 4)}-284Q0-272 ${n(-guard + 4)}-284Z`, p.ink) +
    rect(-6.5, -344, 13, 70, p.ink) +
    stroke('M-6-332L6-322M-6-316L6-306M-6-300L6-290', p.sun, 3) +
    circle(0, -352, 11, p.sun) +
    circle(0, -352, 4.5, p.ink) +
    '</g>'
  );
}

/** A sword left standing on a hill, a torn cloth on its guard. */
export function plantedSword(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const x = r.between(165, 235);
  const disc = { x: x + r.between(-50, 50), y: r.between(210, 300), r: r.between(105, 160) };
  const foot = 500;
  const cloth = r.chance(0.6);
  const [cx, cy] = [x + 6, foot - 250 * 1.05];
  const scarf = cloth
    ? fill(
        `M${n(cx)} ${n(cy)}C${n(cx + 50)} ${n(cy - 18)} ${n(cx + 80)} ${n(cy + 44)} ${n(cx + 150)} ${n(cy + 8)}L${n(cx + 138)} ${n(cy + 30)}L${n(cx + 158)} ${n(cy + 44)}C${n(cx + 92)} ${n(cy + 72)} ${n(cx + 56)} ${n(cy + 14)} ${n(cx)} ${n(cy + 28)}Z`,
        p.dark ? mix(p.sun, p.mid, 0.35) : p.tone(0.7),
      )
    : '';
  const hill = `M0 610V${r.int(530, 560)}Q${n(x - 60)} ${foot + 4} ${n(x)} ${foot - 6}T400 ${r.int(520, 560)}V610Z`;
  const others = r.chance(0.45)
    ? repeat(r.int(5, 9), (i) => {
        const [ox, oy, s] = [20 + i * 44 + r.between(-14, 14), 470 + r.between(0, 30), r.between(0.24, 0.46)];
        const lean = r.int(-20, 20);
        return `<path d="M-9 8L-7-250H-52V-266H-8V-330H8V-266H52V-250H7L9 8Z" fill="${p.tone(0.55)}" transform="translate(${n(ox)} ${n(oy)})rotate(${lean})scale(${Math.round(s * 100) / 100})"/>`;
      })
    : '';
  return (
    backdrop(stage, disc) +
    drawDisc(stage, disc, ['plain', 'plain', 'sliced', 'crescent', 'none']) +
    land(crest(stage, 450, 36, 0.55), p.tone(0.3)) +
    others +
    mist(stage, 400, 540, p.haze, 0.6) +
    longsword(stage, x, foot, r.between(1, 1.15)) +
    scarf +
    fill(hill, p.ink) +
    grass(stage, foot + 40, 46, 52, p.ink) +
    birds(stage, r.int(0, 5), 400 - x, 110, p.tone(p.dark ? 0.1 : 0.9))
  );
}

/** A disc cut in two by a long blade. */
export function cutDisc(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const angle = r.pick([-1, 1]) * r.between(24, 62);
  const size = r.between(115, 155);
  const [x, y] = [200, r.between(250, 330)];
  const slip = r.between(14, 34);
  const open = r.between(11, 18);
  const half = (up: boolean) =>
    `M${-size} 0A${n(size)} ${n(size)} 0 0 ${up ? 1 : 0} ${n(size)} 0Z`.replace(`${-size}`, n(-size));
  const blade = 'M-330 3C-150-7 60-9 214-4L214 7C60 3-150 4-330 3Z';
  const grip = `${rect(214, -14, 9, 30, p.sun)}${rect(223, -5, 120, 13, p.ink)}${stroke('M230-5l10 13M230 8l10-13M252-5l10 13M252 8l10-13M274-5l10 13M274 8l10-13M296-5l10 13M296 8l10-13', p.haze, 2)}`;
  const drops = repeat(r.int(5, 9), () => {
    const along = r.between(-170, 150);
    return circle(along, r.between(10, 60), r.between(2, 7), p.sun);
  });
  const hills = r.chance(0.55)
    ? land(crest(stage, 500, 40, 0.55), p.tone(0.45)) + land(crest(stage, 560, 34, 0.55), p.ink)
    : '';
  return (
    backdrop(stage, { x, y, r: size }, ['flat', 'fade', 'halo']) +
    `<g transform="translate(${x} ${n(y)})rotate(${n(angle)})">${fill(half(true), p.sun, `transform="translate(${n(-slip)} ${n(-open)})"`)}${fill(half(false), p.sun, `transform="translate(${n(slip)} ${n(open)})"`)}${drops}</g>` +
    hills +
    `<g transform="translate(${x} ${n(y)})rotate(${n(angle)})scale(.82)">${fill(blade, p.dark ? p.light : p.ink)}${grip}</g>`
  );
}

/** A bow of ink: one brushed circle, a stroke through it, a seal-red sun. */
export function brushCircle(stage: Stage): string {
  const { random: r, palette: p } = stage;
  const [x, y] = [200, r.between(240, 320)];
  const size = r.between(112, 145);
  const brush = p.dark ? p.light : p.ink;
  const turn = r.int(0, 360);
  const hairs = repeat(7, (i) => {
    const d = size + (i - 3) * 7.5;
    const len = 6.283 * d;
    const gap = r.between(0.06, 0.2);
    return `<circle r="${n(d)}" stroke-width="${n(r.between(4.5, 9))}" stroke-dasharray="${n(len * (1 - gap))} ${n(len * gap)}" transform="rotate(${r.int(-9, 9)})"/>`;
  });
  const spots = repeat(r.int(7, 12), () =>
    circle(x + r.between(-170, 170), y + r.between(-190, 220), r.between(1.2, 4.5), brush),
  );
  const sun = { x: x + r.between(-46, 46), y: y + r.between(-40, 40), r: r.between(28, 62) };
  const hill = soft([
    [-10, 560],
    [80, r.between(470, 520)],
    [200, 545],
    [300, r.between(480, 530)],
    [410, 560],
  ]);
  return (
    sheet(p.sky) +
    fill(`${hill}V610H-10Z`, p.tone(p.dark ? 0.75 : 0.2)) +
    fill(poly([...crest(stage, 575, 18, 0.5), [408, 610], [-8, 610]]), p.tone(p.dark ? 0.95 : 0.4)) +
    circle(sun.x, sun.y, sun.r, p.sun) +
    `<g transform="translate(${x} ${n(y)})rotate(${turn})" fill="none" stroke="${brush}" stroke-linecap="round">${hairs}</g>` +
    spots
  );
}
