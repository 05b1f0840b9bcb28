import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { Locale } from '../i18n/locale.ts';
import { renderScope } from '../server/render-scope.ts';
import { JsonLd } from './json-ld.tsx';

interface Props {
  readonly locale: Locale;
  /** From the outermost page inwards, without home and without the page itself. */
  readonly path: readonly { readonly page: string; readonly label: string }[];
  /** The page itself. */
  readonly here: string;
}

/** Where the page lies: each step is a page of its own. Search engines are told the same. */
export function Breadcrumbs({ locale, path, here }: Props) {
  const { nav } = locale.words.site;
  const { publicOrigin } = renderScope();
  const steps = [{ page: '/', label: nav.home }, ...path];
  return (
    <nav aria-label={nav.breadcrumbs} className="mb-4 text-sm text-mute">
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1">
        {steps.map(({ page, label }) => (
          <li key={page} className="flex items-center gap-1">
            <Link
              href={locale.href(page)}
              prefetch={false}
              className="inline-block max-w-[40vw] truncate leading-6 hover:text-ink hover:underline sm:max-w-xs"
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
      <JsonLd
        thing={{
          '@type': 'BreadcrumbList',
          itemListElement: [...steps, { page: undefined, label: here }].map(({ page, label }, place) => ({
            '@type': 'ListItem',
            position: place + 1,
            name: label,
            ...(page !== undefined && { item: publicOrigin + locale.href(page) }),
          })),
        }}
      />
    </nav>
  );
}
