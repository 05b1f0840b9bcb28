import { Badge, cx } from '@seaworthy/platform/ui';
import { Star } from 'lucide-react';
import Link from 'next/link';
import type { TitleDetail } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { genreName } from '../genres/genre-name.ts';
import { displayNames } from '../titles/names.ts';

/** Names, standing and genres of a title. */
export function TitleHead({ locale, title }: { locale: Locale; title: TitleDetail }) {
  const { first, second } = displayNames(title, locale);
  const japanese = title.titles.japanese;
  const shown = [first.text, second?.text];
  return (
    <div className="relative min-w-0 space-y-3 sm:space-y-4 lg:pt-2">
      <svg aria-hidden className="title-band">
        <rect width="100%" height="100%" fill={title.poster.accent} />
      </svg>
      <header>
        <h1 lang={first.lang} className={cx('font-bold wrap-anywhere', sizeOf(first.text))}>
          {first.text}
        </h1>
        {second && (
          <p lang={second.lang} className="mt-1 text-sm wrap-anywhere text-soft sm:text-lg">
            {second.text}
          </p>
        )}
        {japanese && !shown.includes(japanese) && (
          <p lang="ja" className="text-sm wrap-anywhere text-soft sm:text-base">
            {japanese}
          </p>
        )}
      </header>
      <Standing locale={locale} title={title} />
      {title.genres.length > 0 && (
        <ul
          aria-label={locale.words.titles.genres}
          className="-ml-1 flex flex-wrap gap-x-1 gap-y-0.5 max-sm:text-sm"
        >
          {title.genres.map((genre) => (
            <li key={genre.slug}>
              <Link
                href={locale.href(`/genres/${genre.slug}`)}
                prefetch={false}
                className="flex min-h-7 items-center rounded-md px-1 text-soft underline decoration-edge underline-offset-4 hover:text-accent hover:decoration-current"
              >
                {genreName(genre, locale.language)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A name that fills half a screen is set smaller; the longest has 229 characters. */
function sizeOf(name: string): string {
  return name.length > 80 ? 'text-lg leading-6 sm:text-2xl' : 'text-xl sm:text-3xl lg:text-4xl';
}

/** Score and badges; a score that no source states is not shown. */
function Standing({ locale, title }: { locale: Locale; title: TitleDetail }) {
  const { titles, titlePage } = locale.words;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {title.score !== null && (
        <p className="mr-1 flex items-baseline gap-2">
          <span className="flex items-center gap-1.5 font-display text-xl font-semibold text-star tabular-nums sm:text-2xl">
            <Star aria-hidden className="size-5 fill-current" />
            <span className="sr-only">{titles.score} </span>
            {locale.score(title.score)}
          </span>
          <span className={cx('text-sm', title.scoreCount === null ? 'text-mute' : 'text-soft')}>
            {title.scoreCount === null
              ? titlePage.votesUnknown
              : locale.count(title.scoreCount, titles.votes)}
          </span>
        </p>
      )}
      {title.status !== 'unknown' && (
        <Badge tone={title.status === 'airing' ? 'live' : 'plain'}>{titles.status[title.status]}</Badge>
      )}
      {title.isAdult && <Badge tone="accent">{titles.adult}</Badge>}
      {title.isDemo && <Badge tone="warn">{titles.demo}</Badge>}
    </div>
  );
}
