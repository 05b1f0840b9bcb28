import { readSettings, type SettingValues, setting } from '@seaworthy/platform/config';
import { parseQuota } from '@seaworthy/platform/limits';
import { z } from 'zod';

const quota = (name: string, value: string, description: string) =>
  setting({
    variable: `KITSU_LIMIT_${name}`,
    schema: z.string().transform((text, context) => {
      try {
        return parseQuota(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is unusable' });
        return z.NEVER;
      }
    }),
    description,
    example: value,
    default: value,
  });

/** How often whom may do what, each as a count and seconds: `5/60` is five times in a minute. */
export const limitSettings = {
  signInLimit: quota(
    'SIGN_IN',
    '5/60',
    'Failed attempts to sign in, as count/seconds: of one account, of one network, and from one known device.',
  ),
  registrationLimit: quota(
    'REGISTRATION',
    '10/3600',
    'Registrations, and wishes for a new password, from one network.',
  ),
  mailLimit: quota('MAIL', '3/3600', 'Mails that anybody may ask for to one address.'),
  proofLimit: quota('PROOF', '5/60', 'Changes for which one account has to enter its password or a code.'),
  readLimit: quota('READ', '1200/60', 'Reads of the API from one network.'),
  accountReadLimit: quota(
    'ACCOUNT_READ',
    '3000/60',
    'Reads of the API by one account, with all its sessions and keys.',
  ),
  searchLimit: quota('SEARCH', '300/60', 'Searches from one network.'),
  accountSearchLimit: quota('ACCOUNT_SEARCH', '600/60', 'Searches by one account with a key.'),
  pictureLimit: quota('PICTURE', '6000/60', 'Pictures from one network.'),
  writeLimit: quota('WRITE', '60/60', 'Changes from one network without an account.'),
  accountWriteLimit: quota('ACCOUNT_WRITE', '300/60', 'Changes by one account.'),
};

/** What {@link limitSettings} say. */
export type LimitQuotas = SettingValues<typeof limitSettings>;

/** What they say when nobody set anything. */
export function defaultQuotas(): LimitQuotas {
  return readSettings(limitSettings, {});
}
