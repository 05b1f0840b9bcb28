import { ArrowUpRight } from 'lucide-react';
import type { TitleDetail } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { Provenance } from './provenance.tsx';

/** The same title on other sites, and where what is shown here comes from. */
export function Origin({
  locale,
  title,
  className,
}: {
  locale: Locale;
  title: TitleDetail;
  className?: string;
}) {
  const { titles } = locale.words;
  return (
    <div className={className}>
      {title.externalLinks.length > 0 && (
        <section aria-label={titles.links} className="mb-8">
          <h2 className="mb-1 font-text text-sm font-semibold tracking-normal">{titles.links}</h2>
          <ul className="max-lg:columns-2">
            {title.externalLinks.map(({ provider, name, url }) => (
              <li key={provider}>
                <a
                  href={url}
                  rel="noopener noreferrer"
                  title={titles.linksHint}
                  className="inline-flex min-h-7 items-center gap-1 text-sm text-soft hover:text-accent"
                >
                  {name}
                  <ArrowUpRight aria-hidden className="size-3.5 text-mute" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Provenance locale={locale} title={title} />
    </div>
  );
}
