export { ensureGenres } from './ensure-genres.ts';
export { ADULT_GENRES, genreOf } from './vocabulary.ts';
