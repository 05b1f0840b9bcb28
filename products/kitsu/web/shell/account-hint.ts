import { STAFF_PERMISSIONS } from './staff-permissions.ts';

/** Key in localStorage. */
const HINT_KEY = 'kitsu.account';

/**
 * What this browser remembers of who is logged in, so that the header shows it from the first paint on although pages are the
 * same for everybody. It opens nothing: what the account may do is asked of the API each time.
 */
export interface AccountHint {
  readonly name: string;
  /** Whether there is anything for it among the pages of the staff. */
  readonly isStaff: boolean;
  readonly checkedMs: number;
}

/** Runs before the first paint, together with the theme; the same as {@link showHint}. */
export const HINT_SCRIPT = `try{var h=JSON.parse(localStorage.getItem(${JSON.stringify(HINT_KEY)}));if(h.name)document.documentElement.dataset.account=h.isStaff?'staff':'in'}catch(e){}`;

/** What of an account is looked at. */
interface KnownAccount {
  readonly displayName: string;
  readonly permissions: readonly string[];
}

/** What is remembered; undefined when nobody is logged in, as far as this browser knows. */
export function readHint(): AccountHint | undefined {
  try {
    const hint: unknown = JSON.parse(localStorage.getItem(HINT_KEY) ?? 'null');
    return isHint(hint) ? hint : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers who is logged in, or that nobody is. Other tabs hear of it. */
export function rememberAccount(account: KnownAccount | undefined): void {
  try {
    if (account === undefined) localStorage.removeItem(HINT_KEY);
    else {
      const { displayName: name, permissions } = account;
      const isStaff = permissions.some((permission) => STAFF_PERMISSIONS.includes(permission));
      const hint: AccountHint = { name, isStaff, checkedMs: Date.now() };
      localStorage.setItem(HINT_KEY, JSON.stringify(hint));
    }
  } catch {
    // A browser that stores nothing shows the way in; the pages behind it know better.
  }
  showHint();
  window.dispatchEvent(new Event(HINT_EVENT));
}

/** Sent on the window of this tab when what is remembered changes; other tabs get `storage`. */
export const HINT_EVENT = 'kitsu:account';

/** Sent on the window when this tab is about to end its own session: what hears of ended sessions need not act on that one. */
export const LEAVING_EVENT = 'kitsu:leaving';

/** Has the header show what is remembered. */
export function showHint(): void {
  const { dataset } = document.documentElement;
  const hint = readHint();
  if (hint === undefined) delete dataset.account;
  else dataset.account = hint.isStaff ? 'staff' : 'in';
}

function isHint(hint: unknown): hint is AccountHint {
  const { name, checkedMs } = (hint ?? {}) as Partial<AccountHint>;
  return typeof name === 'string' && name !== '' && typeof checkedMs === 'number';
}
