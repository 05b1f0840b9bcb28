import { buttonClass, Notice } from '@seaworthy/platform/ui';
import { SearchX } from 'lucide-react';
import Link from 'next/link';
import type { TitleFacets } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Chip } from './chips.ts';
import { cleared, type Filters, withoutFilter, writeFilters } from './filters.ts';

interface Props {
  readonly locale: Locale;
  readonly filters: Filters;
  readonly chips: readonly Chip[];
  /** The filters whose removal alone would leave titles, and how many. */
  readonly without: TitleFacets['without'];
  /** The address of the same list with other filters. */
  address(query: string): string;
}

/** More ways out than this are no help. */
const OFFERED = 5;

/** Stands where filters leave nothing: which of them to drop, and what that would give. */
export function NothingLeft({ locale, filters, chips, without, address }: Props) {
  const { catalogue } = locale.words.browse;
  return (
    <Notice
      icon={<SearchX aria-hidden />}
      title={catalogue.emptyTitle}
      actions={
        <Link
          href={address(writeFilters(cleared(filters)))}
          prefetch={false}
          className={buttonClass({ tone: without.length > 0 ? 'quiet' : 'solid' })}
        >
          {catalogue.clear}
        </Link>
      }
    >
      <p>{without.length > 0 ? catalogue.emptyDrop : catalogue.emptyText}</p>
      <ul>
        {without.slice(0, OFFERED).map(({ filter, value, count }) => (
          <li key={`${filter} ${value}`}>
            <Link
              href={address(writeFilters(withoutFilter(filters, filter, value)))}
              prefetch={false}
              className="group inline-flex min-h-8 items-baseline gap-2"
            >
              <span className="font-medium text-accent underline-offset-4 group-hover:underline">
                {fill(catalogue.dropOne, { name: namesOf(chips, filter, value) })}
              </span>
              <span className="text-sm text-mute tabular-nums">
                {locale.count(count, locale.words.titles.count)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function namesOf(chips: readonly Chip[], filter: string, value: string | null): string {
  return chips
    .filter((chip) => chip.filter === filter && (value === null || chip.value === value))
    .map(({ label }) => label)
    .join(', ');
}
