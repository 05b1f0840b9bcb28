import type { TitleDetail } from '../../api/types.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import type { Locale } from '../../i18n/locale.ts';
import { describe } from '../titles/description.ts';

/** What a title is about in the reader's language; the other language below, or in its place when there is no other. */
export function Description({ locale, title }: { locale: Locale; title: TitleDetail }) {
  const { titles, titlePage } = locale.words;
  const about = describe(title, locale.language);
  const other = LANGUAGES.find((language) => language !== about?.language && title.descriptions[language]);
  return (
    <section aria-labelledby="about" className="max-w-[68ch]">
      <h2 id="about" className="sr-only">
        {titles.about}
      </h2>
      {about === undefined ? (
        <p className="text-mute">{titlePage.noDescription}</p>
      ) : (
        <>
          {about.language !== locale.language && (
            <p className="mb-2 text-sm text-mute">{titles.descriptionIn[about.language]}</p>
          )}
          <Text text={about.text} language={about.language} className="text-lg" />
          {other && (
            <details className="mt-3">
              <summary className="inline-flex min-h-8 items-center text-sm text-soft hover:text-ink">
                {titlePage.alsoIn[other]}
              </summary>
              <Text text={title.descriptions[other] ?? ''} language={other} className="mt-1" />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Text({ text, language, className }: { text: string; language: string; className: string }) {
  return (
    <div lang={language} className={`space-y-4 text-soft ${className}`}>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
