import { z } from 'zod';
import { setting } from './setting.ts';

/** How an installation runs. Only `production` may be reached by strangers, so only it refuses development defaults. */
export const MODES = ['demo', 'production', 'test'] as const;

/** One of {@link MODES}. */
export type Mode = (typeof MODES)[number];

/**
 * `SEAWORTHY_MODE`. Unset means production: a server that nobody told otherwise is strict. `npm start` says `demo`,
 * the tests say `test`.
 */
export const modeSetting = setting<Mode>({
  variable: 'SEAWORTHY_MODE',
  schema: z.enum(MODES),
  description:
    'How this installation runs: `demo` (what npm start uses: generated secrets, loopback only), `production` (refuses development defaults) or `test`.',
  example: 'production',
  default: 'production',
});
