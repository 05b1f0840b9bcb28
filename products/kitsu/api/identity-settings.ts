import { modeSetting, type SettingValues, setting } from '@seaworthy/platform/config';
import { DEVELOPMENT_KEY_PREFIX, parseKeyRing } from '@seaworthy/platform/identity';
import { z } from 'zod';
import type { IdentitySettings } from './compose-identity.ts';

const S_PER_MIN = 60;
const S_PER_DAY = 86_400;

/** The secrets behind links in mails, renewed tokens and second factors. */
export const secretKeys = setting({
  variable: 'KITSU_SECRET_KEYS',
  schema: z.string().transform((text, context) => {
    try {
      return parseKeyRing(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is unusable' });
      return z.NEVER;
    }
  }),
  description:
    'Keys, each as id:secret, parted by commas; the first is in use, the others still open what was made with them. npm run kitsu -- init makes one.',
  example: '2026-11:<43 characters of base64url>',
  secret: true,
  production: 'required',
  refusedInProduction: (keys) =>
    keys.currentId.startsWith(DEVELOPMENT_KEY_PREFIX) ? 'was made for trying things out' : undefined,
});

/** The same variable as the site's. */
export const publicOrigin = setting({
  variable: 'KITSU_PUBLIC_ORIGIN',
  schema: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).origin === url, 'must end after the port, without a slash')
    .optional(),
  description: 'Scheme and host under which people reach the site: only its pages may change things here.',
  example: 'https://kitsu.example.org',
  production: 'required',
});

const whole = (max: number) => z.coerce.number().int().min(1).max(max);

/** How long people stay signed in. */
export const sessionLifetimes = {
  sessionIdleDays: setting({
    variable: 'KITSU_SESSION_IDLE_DAYS',
    schema: whole(365),
    description: 'A browser that was not used for so many days has to sign in again.',
    example: '14',
    default: '14',
  }),
  sessionMaxDays: setting({
    variable: 'KITSU_SESSION_MAX_DAYS',
    schema: whole(365),
    description: 'After so many days everybody has to sign in again, browsers and API clients.',
    example: '90',
    default: '90',
  }),
  accessTokenMin: setting({
    variable: 'KITSU_ACCESS_TOKEN_MINUTES',
    schema: whole(1_440),
    description: 'How long an access token of an API client is good.',
    example: '30',
    default: '30',
  }),
  refreshTokenDays: setting({
    variable: 'KITSU_REFRESH_TOKEN_DAYS',
    schema: whole(365),
    description: 'For how many days an API client may stay away and still renew its tokens.',
    example: '14',
    default: '14',
  }),
};

const declared = { mode: modeSetting, secretKeys, publicOrigin, ...sessionLifetimes };

/** What the settings of a process say about accounts. Outside production cookies need no https. */
export function identitySettings(settings: SettingValues<typeof declared>): IdentitySettings {
  return {
    keys: settings.secretKeys,
    publicOrigin: settings.publicOrigin,
    isProduction: settings.mode === 'production',
    lifetimes: {
      idleS: settings.sessionIdleDays * S_PER_DAY,
      absoluteS: settings.sessionMaxDays * S_PER_DAY,
      accessS: settings.accessTokenMin * S_PER_MIN,
      refreshS: settings.refreshTokenDays * S_PER_DAY,
    },
  };
}
