import { z } from 'zod';

/** The languages that pictures are lettered in. */
export const pictureLanguage = z.enum(['en', 'ru']);

export const titlePictureParams = z.object({
  file: z
    .string()
    .regex(/^[1-9][0-9]{0,8}-(en|ru)\.png$/)
    .describe('The number of a title and a language: 123-en.png.'),
});
export const genrePictureParams = z.object({
  file: z
    .string()
    .regex(/^[a-z0-9-]{1,64}-(en|ru)\.png$/)
    .describe('The slug of a genre and a language: mecha-en.png.'),
});
export const seasonPictureParams = z.object({
  file: z
    .string()
    .regex(/^(19|2[01])[0-9]{2}-(winter|spring|summer|fall)-(en|ru)\.png$/)
    .describe('A year, a season and a language: 2013-spring-en.png.'),
});
export const sitePictureParams = z.object({
  file: z
    .string()
    .regex(/^(home|catalogue)-(en|ru)\.png$/)
    .describe('A page and a language: home-en.png.'),
});
/** The edition that the address was made for: a changed title or drawing has a new one. */
export const pictureQuery = z.object({ v: z.string().max(40).optional() });
/** A PNG of 1200 by 630 pixels. */
export const sharePicture = z.string().meta({ format: 'binary' });

export type PictureLanguage = z.infer<typeof pictureLanguage>;
