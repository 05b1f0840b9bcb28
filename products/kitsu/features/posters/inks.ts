/** The temper of a set of inks; genres ask for some of them. */
export type Mood =
  | 'bold'
  | 'calm'
  | 'day'
  | 'dread'
  | 'dusk'
  | 'green'
  | 'neon'
  | 'night'
  | 'paper'
  | 'retro'
  | 'sweet';

/** Lightness 0..1, chroma, hue in degrees (OKLCH). */
type Ink = readonly [lightness: number, chroma: number, hue: number];

/** One set of inks, chosen by hand to be printed together. */
export interface Recipe {
  readonly name: string;
  readonly moods: readonly Mood[];
  /** How far the hues may turn, in degrees, without spoiling the harmony. */
  readonly drift: number;
  readonly sky: Ink;
  readonly haze: Ink;
  readonly mid: Ink;
  readonly ink: Ink;
  readonly sun: Ink;
  readonly light: Ink;
}

const recipe = (
  name: string,
  moods: readonly Mood[],
  drift: number,
  [sky, haze, mid, ink, sun, light]: readonly [Ink, Ink, Ink, Ink, Ink, Ink],
): Recipe => ({ name, moods, drift, sky, haze, mid, ink, sun, light });

/** Every set of inks: two thirds stand on a dark ground, the rest on paper or daylight. */
export const INKS: readonly Recipe[] = [
  recipe('ember', ['dusk', 'bold'], 8, [
    [0.31, 0.09, 300],
    [0.7, 0.15, 48],
    [0.47, 0.15, 15],
    [0.17, 0.05, 300],
    [0.9, 0.11, 85],
    [0.95, 0.05, 85],
  ]),
  recipe('indigo', ['night', 'calm'], 10, [
    [0.25, 0.08, 268],
    [0.52, 0.1, 258],
    [0.36, 0.1, 265],
    [0.15, 0.05, 270],
    [0.92, 0.07, 92],
    [0.94, 0.05, 92],
  ]),
  recipe('vermilion', ['paper', 'bold', 'retro'], 4, [
    [0.92, 0.03, 85],
    [0.84, 0.05, 75],
    [0.55, 0.07, 240],
    [0.25, 0.05, 262],
    [0.6, 0.21, 31],
    [0.97, 0.02, 90],
  ]),
  recipe('lagoon', ['night', 'day', 'bold'], 10, [
    [0.3, 0.06, 212],
    [0.6, 0.09, 196],
    [0.42, 0.08, 208],
    [0.18, 0.04, 220],
    [0.74, 0.16, 36],
    [0.94, 0.05, 85],
  ]),
  recipe('petal', ['sweet', 'calm', 'day'], 6, [
    [0.87, 0.06, 8],
    [0.93, 0.035, 40],
    [0.63, 0.13, 358],
    [0.32, 0.09, 340],
    [0.63, 0.2, 15],
    [0.98, 0.015, 30],
  ]),
  recipe('crimson', ['dread', 'bold'], 5, [
    [0.18, 0.03, 20],
    [0.46, 0.18, 25],
    [0.3, 0.12, 22],
    [0.11, 0.025, 20],
    [0.66, 0.23, 28],
    [0.93, 0.03, 70],
  ]),
  recipe('matcha', ['green', 'calm', 'paper'], 10, [
    [0.86, 0.06, 118],
    [0.93, 0.045, 105],
    [0.55, 0.09, 150],
    [0.26, 0.05, 165],
    [0.6, 0.19, 38],
    [0.98, 0.025, 105],
  ]),
  recipe('arcade', ['neon'], 8, [
    [0.2, 0.09, 292],
    [0.5, 0.21, 335],
    [0.33, 0.16, 305],
    [0.13, 0.06, 288],
    [0.83, 0.13, 205],
    [0.92, 0.09, 340],
  ]),
  recipe('winter', ['calm', 'day'], 10, [
    [0.84, 0.04, 232],
    [0.95, 0.015, 220],
    [0.55, 0.08, 245],
    [0.27, 0.06, 258],
    [0.6, 0.19, 32],
    [0.99, 0.01, 220],
  ]),
  recipe('mustard', ['retro', 'bold', 'day'], 5, [
    [0.83, 0.135, 86],
    [0.9, 0.08, 92],
    [0.56, 0.14, 42],
    [0.27, 0.06, 35],
    [0.52, 0.18, 30],
    [0.96, 0.04, 95],
  ]),
  recipe('harbour', ['day', 'calm', 'bold'], 8, [
    [0.83, 0.07, 212],
    [0.93, 0.035, 190],
    [0.53, 0.11, 235],
    [0.27, 0.08, 258],
    [0.6, 0.2, 30],
    [0.98, 0.02, 190],
  ]),
  recipe('daybreak', ['dusk', 'sweet'], 8, [
    [0.4, 0.12, 286],
    [0.8, 0.1, 25],
    [0.56, 0.13, 325],
    [0.22, 0.08, 288],
    [0.95, 0.07, 90],
    [0.97, 0.04, 80],
  ]),
  recipe('cedar', ['green', 'night'], 12, [
    [0.26, 0.05, 172],
    [0.62, 0.08, 152],
    [0.41, 0.07, 162],
    [0.16, 0.035, 172],
    [0.9, 0.12, 98],
    [0.95, 0.05, 100],
  ]),
  recipe('sumi', ['paper', 'calm', 'dread'], 3, [
    [0.93, 0.012, 90],
    [0.85, 0.014, 90],
    [0.54, 0.015, 85],
    [0.2, 0.015, 80],
    [0.57, 0.22, 29],
    [0.98, 0.008, 90],
  ]),
  recipe('cobalt', ['bold', 'neon', 'day'], 6, [
    [0.38, 0.17, 264],
    [0.62, 0.14, 252],
    [0.44, 0.16, 260],
    [0.18, 0.08, 266],
    [0.78, 0.16, 58],
    [0.96, 0.03, 85],
  ]),
  recipe('sepia', ['retro', 'paper'], 5, [
    [0.87, 0.05, 82],
    [0.91, 0.04, 88],
    [0.58, 0.08, 52],
    [0.29, 0.045, 45],
    [0.53, 0.16, 32],
    [0.97, 0.025, 90],
  ]),
  recipe('terracotta', ['retro', 'dusk', 'bold'], 6, [
    [0.58, 0.15, 36],
    [0.82, 0.1, 68],
    [0.45, 0.12, 25],
    [0.22, 0.06, 15],
    [0.95, 0.06, 92],
    [0.97, 0.04, 90],
  ]),
  recipe('acid', ['dread', 'neon'], 12, [
    [0.21, 0.035, 155],
    [0.55, 0.13, 135],
    [0.35, 0.085, 145],
    [0.13, 0.025, 155],
    [0.9, 0.2, 122],
    [0.96, 0.07, 115],
  ]),
  recipe('lilac', ['sweet', 'calm'], 8, [
    [0.82, 0.08, 300],
    [0.92, 0.045, 335],
    [0.58, 0.14, 292],
    [0.3, 0.11, 285],
    [0.6, 0.2, 5],
    [0.98, 0.02, 330],
  ]),
  recipe('brass', ['night', 'dread', 'calm'], 12, [
    [0.19, 0.02, 250],
    [0.44, 0.045, 235],
    [0.3, 0.035, 242],
    [0.12, 0.018, 255],
    [0.82, 0.13, 82],
    [0.94, 0.05, 88],
  ]),
  recipe('plum', ['night', 'sweet', 'neon'], 8, [
    [0.27, 0.1, 335],
    [0.62, 0.16, 10],
    [0.43, 0.15, 350],
    [0.17, 0.06, 325],
    [0.88, 0.1, 60],
    [0.95, 0.04, 60],
  ]),
  recipe('aurora', ['night', 'green', 'neon'], 10, [
    [0.23, 0.07, 275],
    [0.66, 0.13, 172],
    [0.42, 0.1, 215],
    [0.15, 0.05, 275],
    [0.93, 0.09, 150],
    [0.96, 0.04, 150],
  ]),
];
