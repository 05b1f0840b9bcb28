import type { SettingValues } from '@seaworthy/platform/config';
import { type MailDeps, openCarrier } from '@seaworthy/platform/mail';
import type { Db } from '@seaworthy/platform/postgres';
import { composeAccountMail, kitsuBrand } from '../features/account-mails/index.ts';
import type { workerSettings } from './settings.ts';

/** Where the site is when nobody said so; production does not start then. */
const DEFAULT_ORIGIN = 'http://localhost:3000';

/** Puts together what Kitsu's mails are made with and sent by. Whoever asks closes the carrier. */
export function composeMail(db: Db<unknown>, settings: SettingValues<typeof workerSettings>): MailDeps {
  const { publicOrigin: origin = DEFAULT_ORIGIN, secretKeys: keys, mailFrom: from } = settings;
  return {
    db,
    compose: (mail) => composeAccountMail({ origin, keys }, mail),
    brand: kitsuBrand(origin),
    from,
    carrier: openCarrier('KITSU', settings),
  };
}
