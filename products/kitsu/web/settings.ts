import { modeSetting, setting } from '@seaworthy/platform/config';
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ''));

const origin = z
  .url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4000' })
  .refine((url) => new URL(url).origin === url, 'must end after the port, without a slash');

/** Settings of Kitsu's web process, the front door. */
export const webSettings = {
  mode: modeSetting,
  port: setting({
    variable: 'KITSU_WEB_PORT',
    schema: z.coerce.number().int().min(1).max(65_535),
    description: 'Port of the site.',
    example: '3000',
    default: '3000',
  }),
  host: setting({
    variable: 'KITSU_WEB_HOST',
    schema: z.string().min(1),
    description: 'Address the site listens on; 0.0.0.0 for everybody.',
    example: '0.0.0.0',
    default: '127.0.0.1',
  }),
  apiUrls: setting({
    variable: 'KITSU_API_URLS',
    schema: list.pipe(z.array(origin).min(1, 'must name at least one API process')),
    description:
      'Addresses of the API processes, parted by commas. They share the load and stand in for each other.',
    example: 'http://10.0.0.5:4000,http://10.0.0.6:4000',
    developmentDefault: 'http://127.0.0.1:4000',
    production: 'required',
  }),
  metricsPort: setting({
    variable: 'KITSU_WEB_METRICS_PORT',
    schema: z.coerce.number().int().min(1).max(65_535).optional(),
    description: 'Port on which the site serves its metrics, at 127.0.0.1/metrics. Left out: nowhere.',
    example: '3900',
  }),
  renderThreads: setting({
    variable: 'KITSU_WEB_RENDER_THREADS',
    schema: z.coerce.number().int().min(1).max(64),
    description:
      'Threads that render pages, each with some 100 MB of memory; more than there are cores are of no use.',
    example: '4',
    default: '1',
  }),
  pageCacheMaxMb: setting({
    variable: 'KITSU_WEB_PAGE_CACHE_MAX_MB',
    schema: z.coerce.number().int().min(1).max(4_096),
    description: 'Memory for rendered pages kept ready, in megabytes.',
    example: '256',
    default: '128',
  }),
  publicOrigin: setting({
    variable: 'KITSU_PUBLIC_ORIGIN',
    schema: origin.optional(),
    description:
      'Scheme and host under which people reach the site: for canonical addresses and the sitemap. With https, browsers are told to stay on it.',
    example: 'https://kitsu.example.org',
    production: 'required',
  }),
  trustedProxies: setting({
    variable: 'KITSU_TRUSTED_PROXIES',
    schema: list,
    description:
      'Addresses and ranges of your own proxies in front of the site, parted by commas. Nobody else is believed about client addresses.',
    example: '10.0.0.0/8',
    default: '',
  }),
};
