import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the site and its build. */
export const SITE = fileURLToPath(new URL('..', import.meta.url));

/** The files that pages load, by the address under which the build knows them. */
export const SITE_FILES = { prefix: '/_next/static/', folder: join(SITE, '.next/static') };
