export { drawPoster, posterPalette } from './draw-poster.ts';
export { drawnPoster, type PosterSubject } from './drawn-poster.ts';
export type { PosterInput } from './subject.ts';
