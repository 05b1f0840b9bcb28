import { mix } from './colour.ts';
import { radial, type Stage } from './stage.ts';
import { n, rect, repeat, sheet } from './svg.ts';

/** How a picture sits on its sheet. */
export type Framing = 'bleed' | 'margin' | 'arch' | 'keyline';

/** Places a finished picture on the sheet; the margin is printed in the lightest ink that suits the ground. */
export function frame(stage: Stage, picture: string, framing: Framing): string {
  const { palette: p } = stage;
  if (framing === 'bleed') return picture;
  if (framing === 'keyline')
    return `${picture}<path d="M16 16H384V584H16Z" fill="none" stroke="${p.light}" stroke-width="1.6" opacity=".75"/>`;
  const paper = p.dark ? p.ink : mix(p.light, p.haze, 0.35);
  const shape = framing === 'arch' ? 'M30 570V200A170 170 0 0 1 370 200V570Z' : 'M24 24H376V576H24Z';
  return `${picture}<path d="M0 0H400V600H0Z${shape}" fill="${paper}" fill-rule="evenodd"/>`;
}

/** The print itself: corners a little darker, specks where the ink did not take. */
export function print(stage: Stage): string {
  const { palette: p, random: r } = stage;
  const corners = radial(stage, [
    [0.62, p.ink, 0],
    [1, p.ink, p.dark ? 0.42 : 0.12],
  ]);
  const specks = repeat(34, () => `M${r.int(0, 200)} ${r.int(0, 200)}h${n(r.between(0.3, 1.2))}`);
  const grain = stage.define(
    (id) =>
      `<pattern id="${id}" width="200" height="200" patternUnits="userSpaceOnUse"><path d="${specks}" stroke="${p.light}" stroke-width="1"/></pattern>`,
  );
  return `${rect(-90, -60, 580, 720, corners)}${sheet(`url(#${grain})`, 'opacity=".3"')}`;
}
