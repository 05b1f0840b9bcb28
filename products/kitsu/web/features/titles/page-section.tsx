import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** How many there are, beside the heading. */
  readonly count?: string;
  readonly more?: { readonly href: string; readonly label: string } | undefined;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A part of a page with its heading and, where there is more of it, the way there. */
export function PageSection({ id, title, count, more, children, className }: SectionProps) {
  return (
    <section aria-labelledby={id} className={className}>
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-xl">
          {title}
          {count && (
            <span className="ml-2 font-text text-sm font-normal text-mute tabular-nums">{count}</span>
          )}
        </h2>
        {more && (
          <Link
            href={more.href}
            prefetch={false}
            aria-label={`${more.label}: ${title}`}
            className="group inline-flex min-h-6 shrink-0 items-center gap-1 text-sm font-medium text-soft hover:text-accent"
          >
            {more.label}
            <ArrowRight aria-hidden className="size-4 transition-transform group-hover:translate-x-0.5" />
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}

/** One row of titles that scrolls sideways where it does not fit; two rows where it has half of a wide page. */
export function Shelf({ half = false, children }: { half?: boolean; children: ReactNode }) {
  return <ul className={half ? 'shelf half' : 'shelf'}>{children}</ul>;
}
