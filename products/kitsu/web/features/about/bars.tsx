import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

interface Row {
  readonly label: string;
  readonly count: number;
}

/** Counts as parts of a total: a table that is also drawn. */
export function Bars({ locale, rows, total }: { locale: Locale; rows: readonly Row[]; total: number }) {
  return (
    <dl className="space-y-2.5">
      {rows.map(({ label, count }) => {
        const share = total === 0 ? 0 : count / total;
        return (
          <div
            key={label}
            className="grid grid-cols-[minmax(0,1fr)_auto_3.5rem] items-baseline gap-x-4 text-sm"
          >
            <dt className="text-soft">{label}</dt>
            <dd className="text-mute tabular-nums">{locale.number(count)}</dd>
            <dd className="text-right font-medium tabular-nums">
              {fill(locale.words.about.coverage.percent, { share: percent(locale, share) })}
            </dd>
            <dd aria-hidden className="col-span-full mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
              <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Whole percents; what there is little of is not rounded to nothing, and what is not complete not to all. */
function percent(locale: Locale, share: number): string {
  if (share > 0 && share < 0.01) return `< ${locale.number(1)}`;
  return locale.number(share < 1 ? Math.min(99, Math.round(share * 100)) : 100);
}
