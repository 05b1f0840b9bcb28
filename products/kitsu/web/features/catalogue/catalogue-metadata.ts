import type { Metadata } from 'next';
import { listGenres } from '../../api/catalogue.ts';
import type { Locale } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { catalogueFeeds } from '../feeds/atom.ts';
import { genreName } from '../genres/genre-name.ts';
import { chipsOf } from './chips.ts';
import { countFilters, type Filters, readFilters, writeFilters } from './filters.ts';

/**
 * What a page of the catalogue says about itself. Order, view and place in the list make no other page. One filter makes
 * one that is worth finding, by its own name, or the page of that genre or studio; more of them are left to readers.
 */
export async function catalogueMetadata(locale: Locale, asked: URLSearchParams): Promise<Metadata> {
  const { title, description } = locale.words.browse.catalogue;
  const filters = readFilters(asked);
  const count = countFilters(filters);
  const worthFinding = count <= 1 && !filters.adult && !asked.has('cursor');
  const [chip] = count === 1 ? chipsOf(filters, locale, undefined) : [];
  const name = chip && (await nameOf(locale, filters, chip.label));
  return pageMetadata(locale, {
    page: count === 1 ? pageOf(filters) : '/anime',
    title: name ? `${name} · ${title}` : title,
    description,
    picture: `/media/share/site/catalogue-${locale.language}.png`,
    feeds: catalogueFeeds(locale),
    index: worthFinding,
  });
}

async function nameOf(locale: Locale, { genre: [slug] }: Filters, label: string): Promise<string> {
  if (slug === undefined) return label;
  const genres = await listGenres();
  const found = genres.ok ? genres.data.items.find((one) => one.slug === slug) : undefined;
  return found ? genreName(found, locale.language) : label;
}

function pageOf({ genre: [genre], studio: [studio], ...filters }: Filters): string {
  if (genre) return `/genres/${genre}`;
  if (studio) return `/studios/${studio}`;
  const query = writeFilters({ ...filters, genre: [], studio: [], sort: 'popularity', view: 'grid' });
  return `/anime?${query}`;
}
