import { contrast, luminance, mix, type Oklch, toHex } from './colour.ts';
import { INKS, type Mood, type Recipe } from './inks.ts';
import type { Random } from './random.ts';
import type { Subject } from './subject.ts';

/** The few inks one poster is printed with, as hex colours. */
export interface Palette {
  /** The name of the recipe it came from. */
  readonly name: string;
  /** The top of the sky: the poster's ground. */
  readonly sky: string;
  /** The horizon, and the lightest of the distances. */
  readonly haze: string;
  readonly mid: string;
  /** The nearest silhouettes. */
  readonly ink: string;
  /** The one colour that speaks: sun, moon, gate, lamp. */
  readonly sun: string;
  /** Stars, lit windows, snow. */
  readonly light: string;
  /** True when the ground is darker than the middle grey. */
  readonly dark: boolean;
  /** A distance: 0 is the horizon, 1 the nearest silhouette. */
  tone(nearness: number): string;
}

/** Lowest WCAG contrast of the speaking colour on the ground. */
export const SUN_CONTRAST_MIN = 3;
/** Lowest WCAG contrast of the nearest silhouette on the horizon. */
export const INK_CONTRAST_MIN = 2.6;

/** Moves the lightness of a colour away from a ground until it stands out by the given ratio. */
function standOut(colour: Oklch, ground: string, ratio: number): string {
  const step = luminance(toHex(colour)) >= luminance(ground) ? 0.01 : -0.01;
  let { l } = colour;
  while (contrast(toHex({ ...colour, l }), ground) < ratio && l > 0.02 && l < 0.99) l += step;
  return toHex({ ...colour, l });
}

/** Older titles lean to the inks of older print. */
function weight(recipe: Recipe, moods: ReadonlyMap<Mood, number>, year: number | null): number {
  const suited = recipe.moods.reduce((sum, mood) => sum + (moods.get(mood) ?? 0), 0.35);
  const retro = recipe.moods.includes('retro');
  if (year !== null && year < 1990 && retro) return suited * 2.5;
  if (year !== null && year >= 2010 && retro) return suited * 0.7;
  return suited;
}

const GENRE_MOODS: Readonly<Record<string, readonly Mood[]>> = {
  action: ['bold', 'night'],
  adventure: ['day', 'bold'],
  comedy: ['day', 'sweet'],
  drama: ['dusk', 'calm'],
  ecchi: ['sweet'],
  fantasy: ['dusk', 'night', 'green'],
  historical: ['retro', 'paper'],
  horror: ['dread'],
  kids: ['day', 'sweet'],
  magic: ['night', 'sweet'],
  martial: ['bold', 'paper'],
  mecha: ['bold', 'neon'],
  military: ['retro', 'bold'],
  music: ['neon', 'sweet'],
  mystery: ['night', 'dread'],
  nature: ['green', 'calm'],
  psychological: ['dread', 'neon'],
  romance: ['sweet', 'dusk'],
  school: ['day', 'dusk'],
  'sci-fi': ['neon', 'night'],
  'slice-of-life': ['calm', 'day', 'green'],
  space: ['night', 'neon'],
  sports: ['bold', 'day'],
  supernatural: ['night', 'dread'],
  thriller: ['dread', 'night'],
  food: ['retro', 'day'],
};

function moodsOf(genres: readonly string[]): ReadonlyMap<Mood, number> {
  const moods = new Map<Mood, number>();
  for (const genre of genres) {
    for (const mood of GENRE_MOODS[genre] ?? []) moods.set(mood, (moods.get(mood) ?? 0) + 1);
  }
  return moods;
}

const toneOf =
  (haze: string, mid: string, ink: string) =>
  (nearness: number): string =>
    nearness < 0.5 ? mix(haze, mid, nearness * 2) : mix(mid, ink, Math.min(1, nearness * 2 - 1));

/** The same inks by night, for pictures that make no sense in daylight; a dark palette stays as it is. */
export function byNight(day: Palette): Palette {
  if (day.dark) return day;
  const sky = mix(day.ink, day.mid, 0.16);
  const haze = mix(day.mid, day.haze, 0.22);
  const mid = mix(day.ink, day.mid, 0.62);
  const ink = mix(day.ink, '#000000', 0.42);
  let sun = day.sun;
  for (let share = 0.15; contrast(sun, sky) < 4 && share < 1; share += 0.15)
    sun = mix(day.sun, day.light, share);
  return { ...day, sky, haze, mid, ink, sun, dark: true, tone: toneOf(haze, mid, ink) };
}

/** Mixes the inks for a subject; the hues drift a little so that two posters of one recipe still differ. */
export function choosePalette(subject: Subject, random: Random): Palette {
  const moods = moodsOf(subject.genres);
  const recipe = random.weighted(INKS, (candidate) => weight(candidate, moods, subject.year));
  const drift = random.between(-recipe.drift, recipe.drift);
  const turned = ([l, c, h]: readonly [number, number, number]): Oklch => ({ l, c, h: h + drift });
  const sky = toHex(turned(recipe.sky));
  const haze = toHex(turned(recipe.haze));
  const mid = toHex(turned(recipe.mid));
  const ink = standOut(turned(recipe.ink), haze, INK_CONTRAST_MIN);
  const [l, c, h] = recipe.sun;
  return {
    name: recipe.name,
    sky,
    haze,
    mid,
    ink,
    sun: standOut({ l, c, h: h + drift / 2 }, sky, SUN_CONTRAST_MIN),
    light: toHex(turned(recipe.light)),
    dark: luminance(sky) < 0.18,
    tone: toneOf(haze, mid, ink),
  };
}
