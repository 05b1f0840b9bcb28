import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { getTitle } from '../../api/catalogue.ts';
import type { TitleDetail } from '../../api/types.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { airedText } from '../titles/card-facts.tsx';
import { cardWords } from '../titles/card-words.ts';
import { describe } from '../titles/description.ts';
import { displayNames } from '../titles/names.ts';
import { Poster } from '../titles/poster.tsx';
import { Facts } from './facts.tsx';
import { FranchiseLink } from './franchise-link.tsx';
import { NameList } from './name-list.tsx';
import { Origin } from './origin.tsx';
import { Relations } from './relations.tsx';
import { TitleHead } from './title-head.tsx';

interface Props {
  readonly params: Promise<{ lang: string; slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const answer = await getTitle(slug);
  if (!answer.ok) return { robots: { index: false } };
  const title = answer.data;
  const { first, second } = displayNames(title, locale);
  const facts = [locale.words.titles.kind[title.kind], airedText(title, cardWords(locale))]
    .filter(Boolean)
    .join(', ');
  const about = describe(title, locale.language);
  return {
    ...pageMetadata(locale, {
      page: `/anime/${title.slug}`,
      title: title.year === null ? first.text : `${first.text} (${title.year})`,
      description: shorten(
        about?.language === locale.language
          ? about.text
          : [first.text, second?.text, facts].filter(Boolean).join('. '),
      ),
      index: !title.isAdult,
    }),
  };
}

/** The page of a title: everything that is known about it, and where that comes from. */
export async function TitlePage({ params }: Props) {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  const answer = await getTitle(slug);
  const { titles, browse } = locale.words;
  if (!answer.ok) {
    const notFound = { title: titles.notFound, text: titles.notFoundHint };
    return <ProblemView locale={locale} problem={answer.problem} notFound={notFound} />;
  }
  const title = answer.data;
  if (title.slug !== slug) permanentRedirect(locale.href(`/anime/${title.slug}`));
  return (
    <article>
      <Breadcrumbs
        locale={locale}
        path={[{ page: '/anime', label: browse.catalogue.title }]}
        here={displayNames(title, locale).first.text}
      />
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-6 sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-x-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-12">
        <div className="lg:row-span-2">
          <Poster poster={title.poster} eager className="shadow-xl" />
          <Side locale={locale} title={title} className="mt-8 max-lg:hidden" />
        </div>
        <TitleHead locale={locale} title={title} />
        <div className="col-span-full min-w-0 space-y-12 lg:col-span-1">
          <Description locale={locale} title={title} />
          <Facts locale={locale} title={title} className="lg:hidden" />
          {title.franchise && <FranchiseLink locale={locale} franchise={title.franchise} />}
          <Relations locale={locale} related={title.related} />
          <NameList locale={locale} names={title.names} />
          <Origin locale={locale} title={title} className="lg:hidden" />
        </div>
      </div>
    </article>
  );
}

/** Beside the text on wide screens; narrow ones show the same parts below each other. */
function Side({ locale, title, className }: { locale: Locale; title: TitleDetail; className: string }) {
  return (
    <div className={className}>
      <Facts locale={locale} title={title} className="mb-8" />
      <Origin locale={locale} title={title} />
    </div>
  );
}

function Description({ locale, title }: { locale: Locale; title: TitleDetail }) {
  const { titles } = locale.words;
  const about = describe(title, locale.language);
  return (
    <section aria-labelledby="about" className="max-w-[68ch]">
      <h2 id="about" className="sr-only">
        {titles.about}
      </h2>
      {about === undefined ? (
        <p className="text-mute">{titles.noDescription}</p>
      ) : (
        <>
          {about.language !== locale.language && (
            <p className="mb-2 text-sm text-mute">{titles.descriptionIn[about.language]}</p>
          )}
          <div lang={about.language} className="space-y-4 text-lg text-soft">
            {about.text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

/** Search engines and link previews show about this much. */
const DESCRIPTION_MAX_LENGTH = 200;

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= DESCRIPTION_MAX_LENGTH) return flat;
  return `${flat.slice(0, DESCRIPTION_MAX_LENGTH).replace(/\s+\S*$/, '')}…`;
}
