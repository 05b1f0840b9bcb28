import type { Counted } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

const HEIGHT = 40;
/** Fewer years than this are told by the list itself. */
const WORTH_MIN = 5;

/** How many titles there are of each year, from the first to the last one. */
export function YearsPlot({ locale, years }: { locale: Locale; years: readonly Counted<number>[] }) {
  if (years.length < WORTH_MIN) return null;
  const all = years.map(({ value }) => value);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const most = years.reduce((best, year) => (year.count > best.count ? year : best));
  const bars = years
    .map(({ value, count }) => {
      const height = Math.max(1.5, (count / most.count) * HEIGHT).toFixed(1);
      return `M${(value - first + 0.1).toFixed(1)} ${HEIGHT}v-${height}h.8V${HEIGHT}z`;
    })
    .join('');
  const label = fill(locale.words.titles.byYear, {
    from: String(first),
    to: String(last),
    most: String(most.value),
    count: locale.count(most.count, locale.words.titles.count),
  });
  return (
    <figure className="w-full max-w-md" title={label}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${last - first + 1} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-10 w-full fill-accent"
      >
        <path d={bars} />
      </svg>
      <figcaption
        aria-hidden
        className="mt-1 flex justify-between border-t border-line pt-1 text-2xs text-mute tabular-nums"
      >
        <span>{first}</span>
        <span>{last}</span>
      </figcaption>
    </figure>
  );
}
