import { posterPalette } from './draw-poster.ts';

/** Counts changes of the drawings: browsers keep a picture for a day, and a new drawing must not wait for that. */
const DRAWING_VERSION = 1;

/** What a poster's address and colours are made of. */
export interface PosterSubject {
  readonly id: number;
  readonly slug: string;
  readonly genres: readonly string[];
  readonly kind: string;
  readonly year: number | null;
  /** The title's version: a changed title has a new address, so that the picture may be kept for ever under the old one. */
  readonly version: number;
}

/** Where the drawn poster of a title is, and the colours to paint before it has come. */
export function drawnPoster(subject: PosterSubject): { url: string; background: string; accent: string } {
  const { background, accent } = posterPalette({ ...subject, seed: subject.id });
  return {
    url: `/media/posters/${subject.id}.svg?v=${subject.version}-${DRAWING_VERSION}`,
    background,
    accent,
  };
}
