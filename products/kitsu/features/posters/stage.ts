import type { Palette } from './palette.ts';
import type { Random } from './random.ts';

/** What a scene draws on: its choices, its colours, and a place for definitions. */
export interface Stage {
  readonly random: Random;
  readonly palette: Palette;
  /** Keeps a definition (gradient, clip, symbol) and returns the id it was given. */
  define(markup: (id: string) => string): string;
  /** Every definition so far. */
  definitions(): string;
}

/** An empty stage. Ids carry the prefix, so that several posters can stand in one document. */
export function openStage(random: Random, palette: Palette, prefix: string): Stage {
  const kept: string[] = [];
  return {
    random,
    palette,
    define(markup) {
      const id = `${prefix}${kept.length.toString(36)}`;
      kept.push(markup(id));
      return id;
    },
    definitions: () => kept.join(''),
  };
}

/** A stop of a gradient: place 0..1, colour, opacity 0..1. */
export type Stop = readonly [place: number, colour: string, opacity?: number];

const stops = (list: readonly Stop[]) =>
  list
    .map(([place, colour, opacity = 1]) => {
      const alpha = opacity < 1 ? ` stop-opacity="${opacity}"` : '';
      return `<stop offset="${Math.round(place * 100) / 100}" stop-color="${colour}"${alpha}/>`;
    })
    .join('');

/** A vertical gradient over what it fills, as a paint. */
export function vertical(stage: Stage, list: readonly Stop[]): string {
  return `url(#${stage.define((id) => `<linearGradient id="${id}" x2="0" y2="1">${stops(list)}</linearGradient>`)})`;
}

/** A round gradient from the middle of what it fills, as a paint. */
export function radial(stage: Stage, list: readonly Stop[]): string {
  return `url(#${stage.define((id) => `<radialGradient id="${id}">${stops(list)}</radialGradient>`)})`;
}

/** An attribute that cuts what carries it to the given shapes. */
export function clip(stage: Stage, shapes: string): string {
  return `clip-path="url(#${stage.define((id) => `<clipPath id="${id}">${shapes}</clipPath>`)})"`;
}
