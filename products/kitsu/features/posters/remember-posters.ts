import { drawnPoster, type PosterSubject } from './drawn-poster.ts';

/** Gives the address and colours of a title's poster. */
export type PosterOf = typeof drawnPoster;

/**
 * `drawnPoster` with a memory of `keptMax` titles at most (about 300 bytes each): choosing a poster's colours is the
 * dearest part of a card, and lists ask for the same ones again and again. A new version of a title replaces the old.
 */
export function rememberPosters(keptMax: number): PosterOf {
  const kept = new Map<number, { version: number; poster: ReturnType<PosterOf> }>();
  return (subject: PosterSubject) => {
    const known = kept.get(subject.id);
    if (known?.version === subject.version) return known.poster;
    const poster = drawnPoster(subject);
    // Starting over is enough: what is asked for often comes back with the next lists.
    if (kept.size >= keptMax) kept.clear();
    kept.set(subject.id, { version: subject.version, poster });
    return poster;
  };
}
