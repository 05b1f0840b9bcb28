import type { Season } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

/** The seasons in the order of the year; winter is January to March. */
export const SEASONS: readonly Season[] = ['winter', 'spring', 'summer', 'fall'];

/** A season of a year. */
export interface YearSeason {
  readonly year: number;
  readonly season: Season;
}

/** The season that a moment lies in, in UTC. */
export function seasonAt(moment: Date): YearSeason {
  return { year: moment.getUTCFullYear(), season: SEASONS[Math.floor(moment.getUTCMonth() / 3)] ?? 'winter' };
}

/** The season that is `steps` seasons later, or earlier when negative. */
export function seasonFrom({ year, season }: YearSeason, steps: number): YearSeason {
  const index = year * SEASONS.length + SEASONS.indexOf(season) + steps;
  return { year: Math.floor(index / SEASONS.length), season: SEASONS[index % SEASONS.length] ?? 'winter' };
}

/** What a season is called, such as Spring 2013. */
export function seasonName({ words }: Locale, { year, season }: YearSeason): string {
  return fill(words.titles.seasonOf[season], { year: String(year) });
}

/** Narrows route parameters; undefined when they name no season. */
export function parseSeason(year: string, season: string): YearSeason | undefined {
  const found = SEASONS.find((one) => one === season);
  return found && /^(?:19|20|21)\d\d$/.test(year) ? { year: Number(year), season: found } : undefined;
}
