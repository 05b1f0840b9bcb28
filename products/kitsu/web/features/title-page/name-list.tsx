import type { TitleDetail } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { PageSection } from '../titles/page-section.tsx';
import { CopyNames } from './copy-names.tsx';

type Name = TitleDetail['names'][number];

/** Main and official names stand open; so do the others when they are this few. */
const OPEN = 6;
/** The languages that most readers look for stand first. */
const FIRST = ['en', 'ja-Latn', 'ja', 'ru'];

/** All names of a title by language, each to be copied at a press. */
export function NameList({ locale, names }: { locale: Locale; names: readonly Name[] }) {
  if (names.length === 0) return null;
  const { titles, titlePage } = locale.words;
  const leading = names.filter(({ kind }) => kind === 'main' || kind === 'official');
  const others = names.filter(({ kind }) => kind === 'synonym' || kind === 'short');
  const open = others.length <= OPEN ? [...leading, ...others] : leading;
  const folded = others.length <= OPEN ? [] : others;
  return (
    <PageSection id="names" title={titles.names} count={locale.number(names.length)}>
      <CopyNames copied={titlePage.copied} failed={titlePage.copyFailed}>
        <NamesByLanguage locale={locale} names={open} />
        {folded.length > 0 && (
          <details className="mt-2">
            <summary className="inline-flex min-h-8 items-center text-sm font-medium text-accent">
              {locale.count(folded.length, titles.otherNames)}
            </summary>
            <NamesByLanguage locale={locale} names={folded} />
          </details>
        )}
      </CopyNames>
    </PageSection>
  );
}

function NamesByLanguage({ locale, names }: { locale: Locale; names: readonly Name[] }) {
  const groups = [...Map.groupBy(names, ({ language }) => language)].sort(
    ([one], [other]) =>
      rank(one, locale) - rank(other, locale) ||
      labelOf(locale, one).localeCompare(labelOf(locale, other), locale.language),
  );
  return (
    <dl className="max-w-4xl text-base">
      {groups.map(([language, members]) => (
        <div
          key={language ?? ''}
          className="grid gap-x-6 border-b border-line py-2 last:border-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="text-sm leading-7 text-mute">{labelOf(locale, language)}</dt>
          <dd>
            {members.map((name) => (
              <NameWithCopy key={name.name} locale={locale} name={name} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NameWithCopy({ locale, name: { name, kind, language } }: { locale: Locale; name: Name }) {
  const { titles, titlePage } = locale.words;
  return (
    <p className="name-row">
      <span lang={language ?? undefined} className="min-w-0 wrap-anywhere">
        {name}
      </span>
      {kind === 'short' && <span className="text-xs text-mute">{titles.nameKind.short}</span>}
      <button
        type="button"
        data-copy={name}
        aria-label={fill(titlePage.copyName, { name })}
        className="copy"
      />
    </p>
  );
}

function rank(language: string | null, locale: Locale): number {
  if (language === null) return FIRST.length + 2;
  if (language === locale.language) return -1;
  const place = FIRST.indexOf(language);
  return place === -1 ? FIRST.length : place;
}

function labelOf(locale: Locale, language: string | null): string {
  const { titles } = locale.words;
  if (language === null) return titles.languageUnknown;
  return language === 'ja-Latn' ? titles.romaji : locale.languageName(language);
}
