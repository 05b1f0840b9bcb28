import type { CatalogueFacts } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { fieldNames, sourceName } from './source-words.ts';

/** Every source: how much comes from it, what it states, and how old it is. */
export function Sources({ locale, sources }: { locale: Locale; sources: CatalogueFacts['sources'] }) {
  const { about, titles } = locale.words;
  return (
    <section aria-labelledby="sources" className="mt-10">
      <h2 id="sources" className="mb-2 text-xl">
        {about.sources.heading}
      </h2>
      <ul className="max-w-6xl border-t border-line">
        {sources.map(({ source, titleCount, importedAt, sourceDate, fields }) => (
          <li
            key={source}
            className="grid gap-x-8 gap-y-1 border-b border-line py-4 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_minmax(0,18rem)]"
          >
            <div>
              <h3 className="font-medium wrap-anywhere">{sourceName(locale, source)}</h3>
              <p className="text-sm text-mute tabular-nums">
                {fill(about.sources.titles, { titles: locale.count(titleCount, titles.count) })}
              </p>
            </div>
            <p className="text-sm text-soft">
              <span className="text-mute">{about.sources.states}: </span>
              {fieldNames(
                locale,
                fields.map(({ field }) => field),
              ).join(', ')}
            </p>
            <p className="text-sm text-mute md:text-right">
              {importedAt === null
                ? about.sources.importedUnknown
                : fill(about.sources.imported, { date: locale.date(importedAt) })}
              {sourceDate && (
                <span className="block">{fill(about.sources.dated, { date: locale.date(sourceDate) })}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
