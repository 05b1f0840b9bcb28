import { z } from 'zod';

export const posterParams = z.object({
  file: z
    .string()
    .regex(/^[1-9][0-9]{0,8}\.svg$/)
    .describe('The number of a title, with the ending .svg.'),
});
/** The version of the title that the address was made for; a new version is a new address. */
export const posterQuery = z.object({ v: z.int().min(1).optional() });
/** An SVG picture of 2:3. */
export const posterPicture = z.string();
