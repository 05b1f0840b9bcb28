import Link from 'next/link';
import type { ReactNode } from 'react';
import type { StudioRole, TitleDetail } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

const LINK = 'underline decoration-edge underline-offset-4 hover:text-accent hover:decoration-current';

/** What is known about a title, one line each; what is not known has no line. */
export function Facts({
  locale,
  title,
  className,
}: {
  locale: Locale;
  title: TitleDetail;
  className?: string;
}) {
  const { titles, titlePage } = locale.words;
  const makers = (role: StudioRole['role']) => title.studios.filter((studio) => studio.role === role);
  const [studios, producers] = [makers('studio'), makers('producer')];
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [titles.form, title.kind === 'unknown' ? null : titles.kind[title.kind]],
    [titles.seasonLabel, seasonOf(locale, title)],
    [title.kind === 'movie' ? titles.released : titles.aired, broadcast(locale, title)],
    [titles.episodesLabel, title.episodeCount === null ? null : locale.number(title.episodeCount)],
    [titles.durationLabel, duration(locale, title)],
    [titles.ratingLabel, title.ageRating && titles.ageRating[title.ageRating]],
    [titlePage.inLists, title.popularity === null ? null : locale.count(title.popularity, titlePage.people)],
    [locale.count(studios.length, titles.studios), studioLinks(locale, studios)],
    [locale.count(producers.length, titles.producers), studioLinks(locale, producers)],
  ];
  const known = facts.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <section aria-label={titles.facts} className={className}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 text-sm sm:max-lg:grid-cols-4 lg:grid-cols-1">
        {known.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-mute">{label}</dt>
            <dd className="text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function seasonOf(locale: Locale, { season, year }: TitleDetail): ReactNode {
  if (year === null) return null;
  if (season === null) {
    return (
      <Link href={locale.href(`/anime?yearFrom=${year}&yearTo=${year}`)} prefetch={false} className={LINK}>
        {year}
      </Link>
    );
  }
  return (
    <Link href={locale.href(`/seasons/${year}/${season}`)} prefetch={false} className={LINK}>
      {fill(locale.words.titles.seasonOf[season], { year: String(year) })}
    </Link>
  );
}

function broadcast(locale: Locale, { startDate, endDate, status, kind }: TitleDetail): string | null {
  if (startDate === null) return null;
  const from = locale.date(startDate);
  if (endDate === startDate || kind === 'movie') return from;
  if (endDate !== null) return fill(locale.words.titles.airedRange, { from, to: locale.date(endDate) });
  return status === 'airing' ? fill(locale.words.titles.airedSince, { from }) : from;
}

function duration(locale: Locale, { episodeDurationMin, episodeCount }: TitleDetail): string | null {
  if (episodeDurationMin === null) return null;
  const minutes = locale.count(episodeDurationMin, locale.words.titles.minutes);
  return episodeCount === 1 ? minutes : fill(locale.words.titles.durationEach, { minutes });
}

function studioLinks(locale: Locale, studios: readonly StudioRole[]): ReactNode {
  if (studios.length === 0) return null;
  return (
    <ul>
      {studios.map((studio) => (
        <li key={studio.slug}>
          <Link
            href={locale.href(`/studios/${studio.slug}`)}
            prefetch={false}
            className={`inline-flex min-h-6 items-center ${LINK}`}
          >
            {studio.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
