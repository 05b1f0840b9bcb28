import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { TitleDetail } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

/** The way to all titles of the franchise in order. */
export function FranchiseLink({
  locale,
  franchise,
}: {
  locale: Locale;
  franchise: NonNullable<TitleDetail['franchise']>;
}) {
  const { titles } = locale.words;
  return (
    <Link
      href={locale.href(`/franchises/${franchise.slug}`)}
      prefetch={false}
      className="group flex items-center justify-between gap-4 rounded-md border border-line px-4 py-3 hover:border-edge hover:bg-hover"
    >
      <span className="min-w-0">
        <span className="block text-xs text-mute">
          {titles.franchise} · {locale.count(franchise.titleCount, titles.count)}
        </span>
        <span className="block truncate font-medium group-hover:text-accent">
          {fill(titles.franchiseAll, { name: franchise.name })}
        </span>
      </span>
      <ArrowRight
        aria-hidden
        className="size-5 shrink-0 text-mute transition-transform group-hover:translate-x-0.5"
      />
    </Link>
  );
}
