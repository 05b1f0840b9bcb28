/** Key in localStorage. */
const HINT_KEY = 'kitsu.account';

/**
 * What this browser remembers of who is logged in, so that the header shows it from the first paint on although pages are the
 * same for everybody. It opens nothing: what the account may do is asked of the API each time.
 */
export interface AccountHint {
  readonly name: string;
  readonly checkedMs: number;
}

/** Runs before the first paint, together with the theme; the same as {@link showHint}. */
export const HINT_SCRIPT = `try{if(JSON.parse(localStorage.getItem(${JSON.stringify(HINT_KEY)})).name)document.documentElement.dataset.account='in'}catch(e){}`;

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
export function rememberAccount(account: { readonly displayName: string } | undefined): void {
  try {
    if (account === undefined) localStorage.removeItem(HINT_KEY);
    else {
      const hint: AccountHint = { name: account.displayName, checkedMs: Date.now() };
      localStorage.setItem(HINT_KEY, JSON.stringify(hint));
    }
  } catch {
    // A browser that stores nothing shows the way in; the pages behind it know better.
  }
  showHint();
}

/** Has the header show what is remembered. */
export function showHint(): void {
  const { dataset } = document.documentElement;
  if (readHint() === undefined) delete dataset.account;
  else dataset.account = 'in';
}

function isHint(hint: unknown): hint is AccountHint {
  const { name, checkedMs } = (hint ?? {}) as Partial<AccountHint>;
  return typeof name === 'string' && name !== '' && typeof checkedMs === 'number';
}
