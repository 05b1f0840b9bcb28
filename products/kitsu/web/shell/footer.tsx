import Link from 'next/link';
import type { Locale } from '../i18n/locale.ts';
import { Logo } from './logo.tsx';
import { sectionsOf } from './sections.ts';

/** The end of every page. What it says about the data, the pages say themselves; see DataNote. */
export function Footer({ locale }: { locale: Locale }) {
  const { footer, name } = locale.words.site;
  const link = 'inline-flex h-8 items-center text-sm text-soft hover:text-ink hover:underline';
  return (
    <footer className="border-t border-line">
      <div className="frame flex flex-wrap items-center gap-x-6 gap-y-2 py-5">
        <span className="flex items-center gap-2 text-sm font-medium text-soft">
          <Logo className="size-5" />
          {name}
        </span>
        <ul className="flex flex-wrap gap-x-5">
          {sectionsOf(locale).map(({ page, label }) => (
            <li key={page}>
              <Link href={locale.href(page)} prefetch={false} className={link}>
                {label}
              </Link>
            </li>
          ))}
          <li>
            <Link href={locale.href('/about')} prefetch={false} className={link}>
              {locale.words.about.title}
            </Link>
          </li>
          <li>
            <a href="/api/v1/openapi.json" className={link}>
              {footer.api}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
