export { mix } from './colour.ts';
export { posterContent, posterPalette } from './draw-poster.ts';
export { drawnPoster, type PosterSubject } from './drawn-poster.ts';
export { type PosterOf, rememberPosters } from './remember-posters.ts';
export type { PosterInput } from './subject.ts';
export { HEIGHT as POSTER_HEIGHT, WIDTH as POSTER_WIDTH } from './svg.ts';
