export { drawnPoster, type PosterSubject } from './drawn-poster.ts';
export { type PosterOf, rememberPosters } from './remember-posters.ts';
