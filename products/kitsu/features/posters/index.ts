export { drawnPoster, type PosterSubject } from './drawn-poster.ts';
