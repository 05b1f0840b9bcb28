export { createPicturePress, type PicturePress } from './picture-press.ts';
export { titlePictureUrls } from './title-picture.ts';
