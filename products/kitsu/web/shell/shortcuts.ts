/** Key in localStorage under which `off` switches the keys off that need no Ctrl. */
const STORED_AS = 'kitsu.shortcuts';
/** The same for as long as the page lasts, where nothing can be stored. */
const MARK = 'shortcuts';
const CHANGED = 'kitsu-shortcuts';

/** Whether keys that need no Ctrl do something, by the reader's choice. */
export function areShortcutsOn(): boolean {
  if (document.documentElement.dataset[MARK] === 'off') return false;
  try {
    return localStorage.getItem(STORED_AS) !== 'off';
  } catch {
    return true;
  }
}

/** Switches them on or off, on every page from now on. */
export function switchShortcuts(on: boolean): void {
  document.documentElement.dataset[MARK] = on ? 'on' : 'off';
  try {
    localStorage.setItem(STORED_AS, on ? 'on' : 'off');
  } catch {
    // The choice then lasts as long as the page.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when they are switched on or off on this page; returns how to stop that. */
export function followShortcuts(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

/**
 * Whether a pressed key is one of the page's own: without Ctrl and the like, outside of text fields and open sheets, and
 * not switched off (WCAG 2.1.4: people who speak to their computer would press such keys unawares).
 */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (takesText(event.target) || document.querySelector(':popover-open, dialog[open]')) return false;
  return areShortcutsOn();
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target))
  );
}

function isTextInput(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && !/^(?:checkbox|radio|range|button|submit)$/.test(target.type);
}
