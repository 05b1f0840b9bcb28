export { ensureStudios } from './ensure-studios.ts';
