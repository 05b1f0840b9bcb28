/** A colour as people see it: lightness 0..1, chroma 0..0.37, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

type Triple = readonly [number, number, number];

function oklabToLinear([l, a, b]: Triple): Triple {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function linearToOklab([r, g, b]: Triple): Triple {
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

const encode = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
const decode = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

function linearToHex(linear: Triple): string {
  const bytes = linear.map((v) => Math.round(255 * encode(Math.min(1, Math.max(0, v)))));
  return `#${bytes.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
}

function hexToLinear(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [decode((value >> 16) / 255), decode(((value >> 8) & 255) / 255), decode((value & 255) / 255)];
}

const inGamut = (linear: Triple) => linear.every((v) => v >= -0.0005 && v <= 1.0005);

/** The sRGB colour `#rrggbb` nearest to it: chroma gives way first, lightness and hue stay. */
export function toHex({ l, c, h }: Oklch): string {
  const angle = (h * Math.PI) / 180;
  const [a, b] = [Math.cos(angle), Math.sin(angle)];
  const at = (chroma: number) => oklabToLinear([l, chroma * a, chroma * b]);
  if (inGamut(at(c))) return linearToHex(at(c));
  let [inside, outside] = [0, c];
  for (let halving = 0; halving < 7; halving++) {
    const chroma = (inside + outside) / 2;
    if (inGamut(at(chroma))) inside = chroma;
    else outside = chroma;
  }
  return linearToHex(at(inside));
}

/** The colour a share (0..1) of the way from one hex colour to another, mixed in OKLab. */
export function mix(from: string, to: string, share: number): string {
  const a = linearToOklab(hexToLinear(from));
  const b = linearToOklab(hexToLinear(to));
  const at = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  return linearToHex(oklabToLinear([at(0), at(1), at(2)]));
}

/** Relative luminance of a hex colour as WCAG defines it, 0..1. */
export function luminance(hex: string): number {
  const [r, g, b] = hexToLinear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast ratio of two hex colours, 1..21. */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
