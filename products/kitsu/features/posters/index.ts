export { drawPoster, posterPalette } from './draw-poster.ts';
export { drawnPoster, type PosterSubject } from './drawn-poster.ts';
export { type PosterOf, rememberPosters } from './remember-posters.ts';
export type { PosterInput } from './subject.ts';
