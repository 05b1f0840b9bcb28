import { notFound } from '@seaworthy/platform/errors';
import type { PictureLanguage } from './contract.ts';
import { PICTURE_EDITION, type Picture } from './picture.ts';
import { type PictureDeps, printOnce } from './print-once.ts';
import { selectTitlePicture, type TitlePictureRow } from './queries.ts';
import { pictureWords } from './words.ts';

/**
 * The picture of a title as PNG. It is kept by what it shows, so that it outlives changes of other titles.
 *
 * @throws AppError `not_found` when no listed title has the id; `unavailable` when too many pictures are asked for at once.
 */
export async function titlePicture(
  deps: PictureDeps,
  input: { id: number; language: PictureLanguage },
): Promise<Buffer> {
  const row = await selectTitlePicture(deps.db, input.id);
  if (row === undefined) throw notFound('There is no such title.');
  return printOnce(deps, pictureOf(row, input.language));
}

/** Where the pictures of a title are, by language: a changed title has new addresses, so that the old ones may be kept for ever. */
export function titlePictureUrls(title: { id: number; version: number }): Record<PictureLanguage, string> {
  const url = (language: PictureLanguage) =>
    `/media/share/titles/${title.id}-${language}.png?v=${title.version}-${PICTURE_EDITION}`;
  return { en: url('en'), ru: url('ru') };
}

function pictureOf(row: TitlePictureRow, language: PictureLanguage): Picture {
  const words = pictureWords(language);
  const local = language === 'ru' ? row.russian_title : row.english_title;
  const aired = row.season === null ? row.year : `${words.season[row.season]} ${row.year ?? ''}`;
  const episodes =
    row.kind === 'movie' || row.episode_count === null ? '' : words.episodes(row.episode_count);
  return {
    names: [local, row.main_title, row.romaji_title, row.english_title, row.russian_title].flatMap(
      (name) => name ?? [],
    ),
    facts: [words.kind[row.kind], aired, episodes].filter(Boolean).join(' · '),
    score: row.score === null ? null : words.score(row.score),
    posters: [posterOf(row)],
  };
}

function posterOf({ id, slug, kind, year, genres }: TitlePictureRow): Picture['posters'][number] {
  return { seed: id, slug, kind, year, genres };
}
