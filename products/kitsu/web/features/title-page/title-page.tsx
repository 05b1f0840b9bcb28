import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { getFranchise, getTitle, listSimilar } from '../../api/catalogue.ts';
import type { Franchise, TitleDetail } from '../../api/types.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { renderScope } from '../../server/render-scope.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { JsonLd } from '../../shell/json-ld.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { airedText } from '../titles/card-facts.tsx';
import { cardWords } from '../titles/card-words.ts';
import { describe } from '../titles/description.ts';
import { displayNames } from '../titles/names.ts';
import { Poster } from '../titles/poster.tsx';
import { Description } from './description.tsx';
import { Facts } from './facts.tsx';
import { FranchiseSection } from './franchise-section.tsx';
import { NameList } from './name-list.tsx';
import { Origin } from './origin.tsx';
import { Relations } from './relations.tsx';
import { SimilarTitles } from './similar-titles.tsx';
import { TitleHead } from './title-head.tsx';
import { titleThing } from './title-thing.ts';

/** One row on a wide screen. */
const SIMILAR = 8;

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
      picture: title.sharePictures[locale.language],
      type: title.kind === 'movie' ? 'video.movie' : 'video.tv_show',
      index: !title.isAdult,
    }),
  };
}

/** The page of a title: everything that is known about it, and where that comes from. */
export async function TitlePage({ params }: Props) {
  const { lang, slug } = await params;
  const locale = localeOf(lang);
  // Asked at once: neither needs more than the address.
  const similarAnswer = listSimilar(slug, SIMILAR);
  const answer = await getTitle(slug);
  const { titles, browse } = locale.words;
  if (!answer.ok) {
    const notFound = { title: titles.notFound, text: titles.notFoundHint };
    return <ProblemView locale={locale} problem={answer.problem} notFound={notFound} />;
  }
  const title = answer.data;
  if (title.slug !== slug) permanentRedirect(locale.href(`/anime/${title.slug}`));
  const [franchise, similar] = await Promise.all([
    title.franchise === null ? undefined : getFranchise(title.franchise.slug),
    similarAnswer,
  ]);
  const { publicOrigin } = renderScope();
  return (
    <article>
      <Breadcrumbs
        locale={locale}
        path={[
          { page: '/anime', label: browse.catalogue.title },
          ...franchiseStep(locale, title, franchise?.ok ? franchise.data : undefined),
        ]}
        here={displayNames(title, locale).first.text}
      />
      <JsonLd thing={titleThing(locale, title, publicOrigin)} />
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-6 sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-x-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-12">
        <div className="lg:row-span-2">
          <Poster poster={title.poster} eager className="shadow-xl" />
          <Side locale={locale} title={title} className="mt-8 max-lg:hidden" />
        </div>
        <TitleHead locale={locale} title={title} />
        <div className="col-span-full min-w-0 space-y-12 lg:col-span-1">
          <Description locale={locale} title={title} />
          <Facts locale={locale} title={title} className="lg:hidden" />
          <Connected locale={locale} title={title} franchise={franchise?.ok ? franchise.data : undefined} />
          {similar.ok && <SimilarTitles locale={locale} items={similar.data.items} />}
          <NameList locale={locale} names={title.names} />
          <Origin locale={locale} title={title} className="lg:hidden" />
        </div>
      </div>
    </article>
  );
}

/** The way through the franchise, named as its titles are; none from the title that the franchise is named after. */
function franchiseStep(locale: Locale, title: TitleDetail, franchise: Franchise | undefined) {
  if (title.franchise === null || title.franchise.slug === title.slug) return [];
  const { slug, name } = title.franchise;
  const first = franchise?.items.find((item) => item.slug === slug);
  return [{ page: `/franchises/${slug}`, label: first ? displayNames(first, locale).first.text : name }];
}

/** The franchise, and what is related without being of it; all relations as a list where there is no franchise. */
function Connected({
  locale,
  title,
  franchise,
}: {
  locale: Locale;
  title: TitleDetail;
  franchise: Franchise | undefined;
}) {
  const members = new Set(franchise?.items.map(({ id }) => id));
  const others = title.related.filter((related) => !members.has(related.title.id));
  const heading = franchise ? locale.words.titlePage.franchise.alsoRelated : locale.words.titles.related;
  return (
    <>
      {franchise && franchise.items.length > 1 && (
        <FranchiseSection locale={locale} title={title} franchise={franchise} />
      )}
      <Relations locale={locale} related={others} heading={heading} />
    </>
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

/** Search engines and link previews show about this much. */
const DESCRIPTION_MAX_LENGTH = 200;

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= DESCRIPTION_MAX_LENGTH) return flat;
  return `${flat.slice(0, DESCRIPTION_MAX_LENGTH).replace(/\s+\S*$/, '')}…`;
}
