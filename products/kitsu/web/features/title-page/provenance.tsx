import Link from 'next/link';
import type { TitleDetail } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { fieldNames, sourceName } from '../about/source-words.ts';

/** Which source states what of a title, and how old that is. */
export function Provenance({ locale, title }: { locale: Locale; title: TitleDetail }) {
  const { titles, titlePage } = locale.words;
  return (
    <section aria-label={titles.sources}>
      <h2 className="mb-2 font-text text-sm font-semibold tracking-normal">{titles.sources}</h2>
      <ul className="space-y-2 text-sm text-soft max-lg:max-w-prose">
        {title.sources.map(({ source, importedAt, fields }) => (
          <li key={source}>
            <span className="wrap-anywhere">{sourceName(locale, source)}</span>
            {importedAt !== null && (
              <span className="text-mute">
                , {fill(titlePage.provenance.imported, { date: locale.date(importedAt) })}
              </span>
            )}
            <span className="block text-xs text-mute">
              {fieldNames(
                locale,
                fields.filter((field) => !isEmpty(title, field)),
              ).join(', ')}
            </span>
          </li>
        ))}
        <li className="text-mute">{fill(titles.updated, { date: locale.date(title.updatedAt) })}</li>
      </ul>
      {title.isDemo && <p className="mt-2 text-xs text-mute">{titles.demoHint}</p>}
      <Link
        href={locale.href('/about')}
        prefetch={false}
        className="mt-2 inline-flex min-h-7 items-center text-sm text-soft underline decoration-edge underline-offset-4 hover:text-accent"
      >
        {titlePage.provenance.more}
      </Link>
    </section>
  );
}

/** A source may state that there is none of something, which is no news. */
function isEmpty(title: TitleDetail, field: string): boolean {
  if (field === 'genres') return title.genres.length === 0;
  if (field === 'studios') return title.studios.length === 0;
  if (field === 'relations') return title.related.length === 0;
  return field === 'descriptions' && Object.keys(title.descriptions).length === 0;
}
