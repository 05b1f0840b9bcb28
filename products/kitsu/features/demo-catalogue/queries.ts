import { type Db, prepare } from '@seaworthy/platform/postgres';

const selectAny = prepare<{ exists: boolean }>('any_title', 'select exists (select from titles) as exists');

/** Whether the catalogue holds any title, listed or not. */
export async function hasTitles(db: Db<unknown>): Promise<boolean> {
  return (await selectAny(db, []))[0]?.exists ?? false;
}
