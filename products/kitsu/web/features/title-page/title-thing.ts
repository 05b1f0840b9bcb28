import type { TitleDetail, TitleKind } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Thing } from '../../shell/json-ld.tsx';
import { genreName } from '../genres/genre-name.ts';
import { describe } from '../titles/description.ts';
import { displayNames } from '../titles/names.ts';

const TYPES: Partial<Record<TitleKind, string>> = { tv: 'TVSeries', ona: 'TVSeries', movie: 'Movie' };
const NAMES_MAX = 12;

/**
 * A title in the terms of schema.org, with what sources state and nothing else: a rating only where the number of its voices is
 * stated too, as those terms demand.
 */
export function titleThing(locale: Locale, title: TitleDetail, origin: string): Thing {
  const { first } = displayNames(title, locale);
  const about = describe(title, locale.language);
  const names = new Set(title.names.map(({ name }) => name));
  names.delete(first.text);
  const type = TYPES[title.kind] ?? 'CreativeWork';
  return {
    '@type': type,
    '@id': `${origin}/anime/${title.slug}`,
    url: origin + locale.href(`/anime/${title.slug}`),
    name: first.text,
    ...(names.size > 0 && { alternateName: [...names].slice(0, NAMES_MAX) }),
    ...(about?.language === locale.language && { description: about.text }),
    image: origin + title.sharePictures[locale.language],
    ...(title.genres.length > 0 && {
      genre: title.genres.map((genre) => genreName(genre, locale.language)),
    }),
    ...dates(title),
    ...(type === 'TVSeries' && title.episodeCount !== null && { numberOfEpisodes: title.episodeCount }),
    ...(title.studios.length > 0 && {
      productionCompany: title.studios.map(({ name, slug }) => ({
        '@type': 'Organization',
        name,
        url: origin + locale.href(`/studios/${slug}`),
      })),
    }),
    ...(title.score !== null &&
      title.scoreCount !== null &&
      title.scoreCount > 0 && {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: title.score,
          bestRating: 10,
          worstRating: 1,
          ratingCount: title.scoreCount,
        },
      }),
    ...(title.externalLinks.length > 0 && { sameAs: title.externalLinks.map(({ url }) => url) }),
    ...(title.isAdult && { isFamilyFriendly: false }),
  };
}

function dates({ startDate, endDate, year, kind }: TitleDetail): Readonly<Record<string, string>> {
  const from = startDate ?? (year === null ? undefined : String(year));
  if (from === undefined) return {};
  if (kind === 'tv' || kind === 'ona') return { startDate: from, ...(endDate && { endDate }) };
  return { datePublished: from };
}
