import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { Locale } from '../i18n/locale.ts';

interface Props {
  readonly locale: Locale;
  /** From the outermost page inwards, without home and without the page itself. */
  readonly path: readonly { readonly page: string; readonly label: string }[];
  /** The page itself. */
  readonly here: string;
}

/** Where the page lies: each step is a page of its own. */
export function Breadcrumbs({ locale, path, here }: Props) {
  const { nav } = locale.words.site;
  return (
    <nav aria-label={nav.breadcrumbs} className="mb-4 text-sm text-mute">
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1">
        {[{ page: '/', label: nav.home }, ...path].map(({ page, label }) => (
          <li key={page} className="flex items-center gap-1">
            <Link
              href={locale.href(page)}
              prefetch={false}
              className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
            >
              {label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5" />
          </li>
        ))}
        <li aria-current="page" className="max-w-[60vw] truncate text-soft sm:max-w-md">
          {here}
        </li>
      </ol>
    </nav>
  );
}
