import type { PosterInput } from '../posters/index.ts';

/** Width and height of every picture in pixels: what link previews ask for. */
export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;

/** Raise it when pictures of the same content come to look different: it is part of their addresses. */
export const PICTURE_EDITION = 1;

/** What a picture shows; nothing else influences it. */
export interface Picture {
  /** Names from the most wanted on: the first that our typefaces can write is the headline, the next different one stands below it. */
  readonly names: readonly string[];
  /** One line of facts; may be empty. */
  readonly facts: string;
  /** As it is written, or null when no source states one. */
  readonly score: string | null;
  /** One poster is shown whole, several as a wall; none leaves the colour alone. */
  readonly posters: readonly PosterInput[];
}
