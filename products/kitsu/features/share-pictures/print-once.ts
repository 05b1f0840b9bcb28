import { hash } from 'node:crypto';
import type { Cache } from '@seaworthy/platform/cache';
import type { Db } from '@seaworthy/platform/postgres';
import { PICTURE_EDITION, type Picture } from './picture.ts';
import type { PicturePress } from './picture-press.ts';

/** What making a picture needs. */
export interface PictureDeps {
  readonly db: Db<unknown>;
  readonly cache: Pick<Cache, 'body'>;
  readonly press: PicturePress;
}

/** Printed pictures go by what they show: a change of the catalogue makes another key, so nothing ever ends them. */
const TAG = 'share pictures';

/** The picture as PNG: from the cache of this process, within its budget, or printed, once however many ask. */
export async function printOnce(deps: PictureDeps, picture: Picture): Promise<Buffer> {
  const key = `share picture ${PICTURE_EDITION} ${hash('sha256', JSON.stringify(picture), 'base64url')}`;
  const { body } = await deps.cache.body(key, [TAG], () => deps.press.print(picture));
  return body;
}
