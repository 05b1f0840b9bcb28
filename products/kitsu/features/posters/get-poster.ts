import { notFound } from '@seaworthy/platform/errors';
import type { Db } from '@seaworthy/platform/postgres';
import { drawPoster } from './draw-poster.ts';
import { selectPosterSubject } from './queries.ts';

/**
 * The drawn poster of a title as SVG.
 *
 * @throws AppError `not_found` when no listed title has the id.
 */
export async function getPoster(deps: { db: Db<unknown> }, id: number): Promise<string> {
  const subject = await selectPosterSubject(deps.db, id);
  if (subject === undefined) throw notFound('There is no such title.');
  return drawPoster({ ...subject, seed: subject.id });
}
