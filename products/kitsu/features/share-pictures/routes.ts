import { defineRoute, type Route } from '@seaworthy/platform/http';
import { season } from '../titles/contract.ts';
import {
  genrePictureParams,
  pictureLanguage,
  pictureQuery,
  seasonPictureParams,
  sharePicture,
  sitePictureParams,
  titlePictureParams,
} from './contract.ts';
import { genrePicture, seasonPicture, sitePicture } from './list-pictures.ts';
import type { PictureDeps } from './print-once.ts';
import { titlePicture } from './title-picture.ts';

/** The address of a title's picture carries its edition. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Lists change with every import, and nobody minds a picture of yesterday. */
const A_DAY = 'public, max-age=86400';

const common = {
  method: 'GET',
  tags: ['media'],
  access: 'public',
  query: pictureQuery,
  response: sharePicture,
  produces: 'image/png',
} as const;

/** The pictures that link previews show, 1200 by 630 pixels. */
export function sharePictureRoutes(deps: PictureDeps): Route[] {
  return [
    defineRoute({
      ...common,
      path: '/media/share/titles/:file',
      limit: 'picture',
      operationId: 'getTitlePicture',
      summary: 'The picture of a title for link previews',
      params: titlePictureParams,
      cacheControl: FOR_EVER,
      handle: ({ params }) => {
        const [id = '', language] = partsOf(params.file);
        return titlePicture(deps, { id: Number(id), language: pictureLanguage.parse(language) });
      },
    }),
    defineRoute({
      ...common,
      path: '/media/share/genres/:file',
      limit: 'picture',
      operationId: 'getGenrePicture',
      summary: 'The picture of a genre for link previews',
      params: genrePictureParams,
      cacheControl: A_DAY,
      handle: ({ params }) => {
        const [slug = '', language] = partsOf(params.file);
        return genrePicture(deps, { slug, language: pictureLanguage.parse(language) });
      },
    }),
    defineRoute({
      ...common,
      path: '/media/share/seasons/:file',
      limit: 'picture',
      operationId: 'getSeasonPicture',
      summary: 'The picture of a season for link previews',
      params: seasonPictureParams,
      cacheControl: A_DAY,
      handle: ({ params }) => {
        const [when = '', language] = partsOf(params.file);
        const [year, name] = when.split('-');
        const asked = { year: Number(year), season: season.parse(name) };
        return seasonPicture(deps, { ...asked, language: pictureLanguage.parse(language) });
      },
    }),
    defineRoute({
      ...common,
      path: '/media/share/site/:file',
      limit: 'picture',
      operationId: 'getSitePicture',
      summary: 'The picture of the site for link previews',
      params: sitePictureParams,
      cacheControl: A_DAY,
      handle: ({ params }) => {
        const [page, language] = partsOf(params.file);
        const asked = page === 'home' ? 'home' : 'catalogue';
        return sitePicture(deps, { page: asked, language: pictureLanguage.parse(language) });
      },
    }),
  ];
}

/** What the contract has checked: a subject, a language, and the ending. */
function partsOf(file: string): readonly [subject: string, language: string] {
  const at = file.lastIndexOf('-');
  return [file.slice(0, at), file.slice(at + 1, -'.png'.length)];
}
