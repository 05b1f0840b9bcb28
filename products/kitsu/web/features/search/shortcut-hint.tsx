import { useSyncExternalStore } from 'react';

/** Which keys open the search, in the words of the machine's keyboard. */
export function ShortcutHint() {
  const isMac = useSyncExternalStore(
    never,
    () => /^(?:Mac|iP)/.test(navigator.platform),
    () => false,
  );
  return (
    <kbd
      aria-hidden
      className="pointer-events-none absolute top-2 right-2 grid h-5 min-w-5 place-content-center rounded-sm border border-line px-1.5 font-text text-xs text-mute peer-focus:hidden max-sm:hidden"
    >
      {isMac ? '⌘K' : 'Ctrl K'}
    </kbd>
  );
}

/** A keyboard does not change while a page is open. */
function never() {
  return () => undefined;
}
