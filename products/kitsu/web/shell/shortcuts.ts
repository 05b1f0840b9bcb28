/** Key in localStorage under which `off` switches the keys of one letter off. */
export const SHORTCUTS_KEY = 'kitsu.shortcuts';

/**
 * Whether a pressed key is one of the page's own: without Ctrl and the like, outside of text fields and open sheets, and
 * not switched off (WCAG 2.1.4: people who speak to their computer would press such keys unawares).
 */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (takesText(event.target) || document.querySelector(':popover-open, dialog[open]')) return false;
  try {
    return localStorage.getItem(SHORTCUTS_KEY) !== 'off';
  } catch {
    return true;
  }
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
