import { ArrowUpRight } from 'lucide-react';
import type { TitleDetail } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

/** The source of the demo catalogue, as the API names it. */
const DEMO_SOURCE = 'demo';

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
      <section aria-label={titles.sources}>
        <h2 className="mb-1 font-text text-sm font-semibold tracking-normal">{titles.sources}</h2>
        <ul className="space-y-1 text-sm text-soft">
          {title.sources.map(({ source, importedAt }) => (
            <li key={source}>
              {source === DEMO_SOURCE
                ? titles.sourceDemo
                : fill(titles.sourceImported, { source, date: locale.date(importedAt) })}
            </li>
          ))}
          <li className="text-mute">{fill(titles.updated, { date: locale.date(title.updatedAt) })}</li>
        </ul>
        {title.isDemo && <p className="mt-1 text-xs text-mute">{titles.demoHint}</p>}
      </section>
    </div>
  );
}
