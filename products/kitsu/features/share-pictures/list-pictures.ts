import { notFound } from '@seaworthy/platform/errors';
import type { Season } from '../titles/contract.ts';
import type { PictureLanguage } from './contract.ts';
import { type PictureDeps, printOnce } from './print-once.ts';
import {
  type ListPictureRow,
  selectAllPicture,
  selectGenreName,
  selectGenrePicture,
  selectSeasonPicture,
} from './queries.ts';
import { pictureWords } from './words.ts';

/**
 * The picture of a genre with its best-known titles.
 *
 * @throws AppError `not_found` when there is no such genre; `unavailable` as every picture.
 */
export async function genrePicture(
  deps: PictureDeps,
  input: { slug: string; language: PictureLanguage },
): Promise<Buffer> {
  const name = await selectGenreName(deps.db, input.slug);
  if (name === undefined) throw notFound('There is no such genre.');
  const heading = (input.language === 'ru' ? name.ru : null) ?? name.en;
  return print(deps, await selectGenrePicture(deps.db, input.slug), heading, input.language);
}

/** The picture of a season with its best-known titles. Fails as every picture. */
export async function seasonPicture(
  deps: PictureDeps,
  input: { year: number; season: Season; language: PictureLanguage },
): Promise<Buffer> {
  const heading = `${pictureWords(input.language).season[input.season]} ${input.year}`;
  const list = await selectSeasonPicture(deps.db, input.year, input.season);
  return print(deps, list, heading, input.language);
}

/** The picture of the whole site or of its catalogue, with the best-known titles of all. Fails as every picture. */
export async function sitePicture(
  deps: PictureDeps,
  input: { page: 'home' | 'catalogue'; language: PictureLanguage },
): Promise<Buffer> {
  const words = pictureWords(input.language);
  const list = await selectAllPicture(deps.db);
  if (input.page === 'catalogue') return print(deps, list, words.catalogue, input.language);
  return printOnce(deps, {
    names: [words.home],
    facts: words.homeFacts,
    score: null,
    posters: postersOf(list),
  });
}

function print(
  deps: PictureDeps,
  list: ListPictureRow,
  heading: string,
  language: PictureLanguage,
): Promise<Buffer> {
  const facts = pictureWords(language).titles(list.count);
  return printOnce(deps, { names: [heading], facts, score: null, posters: postersOf(list) });
}

function postersOf({ posters }: ListPictureRow) {
  return posters.map(({ id, slug, kind, year, genres }) => ({ seed: id, slug, kind, year, genres }));
}
