import { buttonClass } from '@seaworthy/platform/ui';
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { TitleDetail } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { airedText, ScoreMark } from '../titles/card-facts.tsx';
import { cardWords } from '../titles/card-words.ts';
import { describe } from '../titles/description.ts';
import { displayNames } from '../titles/names.ts';
import { Poster } from '../titles/poster.tsx';

/** Vertical writing carries names up to this length; longer ones would outgrow the poster. */
const VERTICAL_MAX_LENGTH = 16;

/** The title of the day, set like the opening of a magazine. */
export function Featured({ locale, title }: { locale: Locale; title: TitleDetail }) {
  const { home } = locale.words.browse;
  const words = cardWords(locale);
  const { first, second } = displayNames(title, locale);
  const href = locale.href(`/anime/${title.slug}`);
  const japanese = title.titles.japanese;
  const about = describe(title, locale.language);
  const facts = [words.kind[title.kind], airedText(title, words), episodesText(title, locale)].filter(
    Boolean,
  );
  return (
    <article
      aria-labelledby="featured"
      className="grid min-w-0 grid-cols-[7rem_minmax(0,1fr)] content-start gap-x-5 sm:grid-cols-[13rem_minmax(0,1fr)] sm:grid-rows-[auto_1fr] sm:gap-x-8 xl:grid-cols-[21rem_minmax(0,1fr)]"
    >
      <Link href={href} prefetch={false} tabIndex={-1} aria-hidden className="sm:row-span-2">
        <Poster poster={title.poster} eager />
      </Link>
      <div className="relative min-w-0 xl:pl-8">
        {japanese && japanese.length <= VERTICAL_MAX_LENGTH && (
          <p
            lang="ja"
            aria-hidden
            className="absolute top-1 -left-3 text-xl tracking-[0.2em] whitespace-nowrap text-mute [writing-mode:vertical-rl] max-xl:hidden"
          >
            {japanese}
          </p>
        )}
        <p className="mb-1 text-sm font-medium text-accent sm:mb-2">{home.today}</p>
        <h1
          id="featured"
          lang={first.lang}
          className="text-xl font-bold wrap-anywhere sm:text-3xl xl:text-4xl"
        >
          <Link href={href} prefetch={false} className="hover:text-accent">
            {first.text}
          </Link>
        </h1>
        {second && (
          <p lang={second.lang} className="mt-1 text-base text-mute">
            {second.text}
          </p>
        )}
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft sm:mt-3">
          <ScoreMark score={title.score} words={words} />
          {facts.join(' · ')}
        </p>
      </div>
      <div className="max-sm:col-span-2 xl:pl-8">
        {about && (
          <p
            lang={about.language}
            className="mt-4 line-clamp-4 max-w-[60ch] text-base text-soft sm:line-clamp-5 sm:text-lg xl:line-clamp-6"
          >
            {about.text}
          </p>
        )}
        <Link href={href} prefetch={false} className={`${buttonClass({ tone: 'solid' })} mt-5 max-sm:hidden`}>
          {home.open}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      </div>
    </article>
  );
}

function episodesText(title: TitleDetail, locale: Locale): string {
  if (title.episodeCount === null || title.kind === 'movie') return '';
  return locale.count(title.episodeCount, locale.words.titles.episodes);
}
