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
  const { first, second } = displayNames(title, locale.language);
  const href = locale.href(`/anime/${title.slug}`);
  const japanese = title.titles.japanese;
  const about = describe(title, locale.language);
  const facts = [words.kind[title.kind], airedText(title, words), episodesText(title, locale)].filter(
    Boolean,
  );
  return (
    <article aria-labelledby="featured" className="flex min-w-0 gap-5 sm:gap-8">
      <Link href={href} prefetch={false} tabIndex={-1} aria-hidden className="w-28 shrink-0 sm:w-52 xl:w-72">
        <Poster poster={title.poster} eager />
      </Link>
      {japanese && japanese.length <= VERTICAL_MAX_LENGTH && (
        <p
          lang="ja"
          aria-hidden
          className="-ml-3 max-h-[26rem] overflow-hidden text-xl tracking-[0.2em] text-mute [writing-mode:vertical-rl] max-xl:hidden"
        >
          {japanese}
        </p>
      )}
      <div className="flex min-w-0 flex-1 flex-col items-start">
        <p className="mb-2 text-sm font-medium text-accent">{home.today}</p>
        <h1
          id="featured"
          lang={first.lang}
          className="text-2xl font-bold wrap-anywhere sm:text-3xl xl:text-4xl"
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
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          <ScoreMark score={title.score} words={words} />
          {facts.join(' · ')}
        </p>
        {about && (
          <p
            lang={about.language}
            className="mt-4 line-clamp-5 max-w-[60ch] text-lg text-soft max-sm:hidden xl:line-clamp-6"
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
