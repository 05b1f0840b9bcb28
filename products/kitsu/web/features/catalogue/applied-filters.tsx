import { X } from 'lucide-react';
import Link from 'next/link';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Chip } from './chips.ts';

interface Props {
  readonly locale: Locale;
  readonly chips: readonly Chip[];
  /** The filters' part of an address that has none of them. */
  readonly clear: string;
  /** The address of the same list with other filters. */
  address(query: string): string;
}

/** The applied filters, each of which a press removes. */
export function AppliedFilters({ locale, chips, clear, address }: Props) {
  if (chips.length === 0) return null;
  const { catalogue } = locale.words.browse;
  return (
    <ul aria-label={catalogue.applied} className="mb-5 flex flex-wrap gap-2">
      {chips.map((chip) => (
        <li key={chip.label}>
          <Link
            href={address(chip.query)}
            prefetch={false}
            scroll={false}
            aria-label={fill(catalogue.remove, { name: chip.label })}
            className="flex h-8 items-center gap-1.5 rounded-md bg-wash pr-2 pl-3 text-sm font-medium text-accent hover:brightness-110"
          >
            {chip.label}
            <X aria-hidden className="size-4" />
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link
            href={address(clear)}
            prefetch={false}
            scroll={false}
            className="flex h-8 items-center px-2 text-sm text-soft underline-offset-4 hover:text-ink hover:underline"
          >
            {catalogue.clear}
          </Link>
        </li>
      )}
    </ul>
  );
}
