import type { TitleDetail } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';

type Name = TitleDetail['names'][number];

/** Main and official names stand open; so do the others when they are this few. */
const OPEN = 6;

/** All names of a title with their languages. */
export function NameList({ locale, names }: { locale: Locale; names: readonly Name[] }) {
  if (names.length === 0) return null;
  const { titles } = locale.words;
  const leading = names.filter(({ kind }) => kind === 'main' || kind === 'official');
  const others = names.filter(({ kind }) => kind === 'synonym' || kind === 'short');
  const open = others.length <= OPEN ? [...leading, ...others] : leading;
  const folded = others.length <= OPEN ? [] : others;
  return (
    <section aria-labelledby="names">
      <h2 id="names" className="mb-3 text-xl">
        {titles.names}
      </h2>
      <NamesByLanguage locale={locale} names={open} />
      {folded.length > 0 && (
        <details className="mt-2">
          <summary className="inline-flex min-h-8 items-center text-sm font-medium text-accent">
            {locale.count(folded.length, titles.otherNames)}
          </summary>
          <NamesByLanguage locale={locale} names={folded} />
        </details>
      )}
    </section>
  );
}

function NamesByLanguage({ locale, names }: { locale: Locale; names: readonly Name[] }) {
  const groups = Map.groupBy(names, ({ language }) => language);
  return (
    <dl className="max-w-4xl text-base">
      {[...groups].map(([language, members]) => (
        <div
          key={language ?? ''}
          className="grid gap-x-6 border-b border-line py-2 last:border-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="text-sm leading-[1.375rem] text-mute">{labelOf(locale, language)}</dt>
          <dd className="space-y-1">
            {members.map(({ name, kind }) => (
              <p key={name} lang={language ?? undefined} className="wrap-anywhere">
                {name}
                {kind === 'short' && (
                  <span lang={locale.language} className="ml-2 text-xs text-mute">
                    {locale.words.titles.nameKind.short}
                  </span>
                )}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function labelOf(locale: Locale, language: string | null): string {
  const { titles } = locale.words;
  if (language === null) return titles.languageUnknown;
  return language === 'ja-Latn' ? titles.romaji : locale.languageName(language);
}
