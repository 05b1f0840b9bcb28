import { z } from 'zod';

export const posterParams = z.object({
  file: z
    .string()
    .regex(/^[1-9][0-9]{0,8}\.svg$/)
    .describe('The number of a title, with the ending .svg.'),
});
/** The versions of title and drawing that the address was made for: a new one is a new address, so the old may be kept. */
export const posterQuery = z.object({ v: z.string().max(40).optional() });
/** An SVG picture of 2:3. */
export const posterPicture = z.string();
