import { modeSetting, setting } from '@seaworthy/platform/config';
import { z } from 'zod';
import { publicOrigin, secretKeys, sessionLifetimes } from './identity-settings.ts';
import { limitSettings } from './limit-settings.ts';

/** Settings of Kitsu's API processes. */
export const apiSettings = {
  mode: modeSetting,
  port: setting({
    variable: 'KITSU_API_PORT',
    schema: z.coerce.number().int().min(1).max(65_535),
    description:
      'Port of the API. npm start gives its first process this port and each further one the next.',
    example: '4000',
    default: '4000',
  }),
  host: setting({
    variable: 'KITSU_API_HOST',
    schema: z.string().min(1),
    description: 'Address the API listens on: loopback or a private network, since only the site is public.',
    example: '10.0.0.5',
    default: '127.0.0.1',
  }),
  databaseUrl: setting({
    variable: 'KITSU_DATABASE_URL',
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    description:
      'Database of Kitsu as its application role. Without it npm start runs an embedded PostgreSQL.',
    example: 'postgres://kitsu_app:secret@db.internal:5432/kitsu',
    secret: true,
    production: 'required',
  }),
  poolMax: setting({
    variable: 'KITSU_API_POOL_MAX',
    schema: z.coerce.number().int().min(1).max(50),
    description: 'Database connections of one API process, besides the one that hears of changes.',
    example: '4',
    default: '4',
  }),
  cacheMaxMb: setting({
    variable: 'KITSU_API_CACHE_MAX_MB',
    schema: z.coerce.number().int().min(1).max(4_096),
    description: 'Memory for answers kept ready, in megabytes for one API process.',
    example: '64',
    default: '64',
  }),
  trustedProxies: setting({
    variable: 'KITSU_API_TRUSTED_PROXIES',
    schema: z.string().transform((text) =>
      text
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    ),
    description:
      'Addresses and ranges of the sites in front of the API, parted by commas. Only they are believed about client addresses, and what they ask for themselves is in no budget; a site that is not named here is one single client.',
    example: '10.0.0.0/24',
    default: '127.0.0.1,::1',
  }),
  ...limitSettings,
  secretKeys,
  publicOrigin,
  ...sessionLifetimes,
};
