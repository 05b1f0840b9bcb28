/** Sent on the document when a page is about to be opened by other means than a link. */
export const NAVIGATION_EVENT = 'kitsu:navigation';

/** Lets the page show that `href` is on its way. */
export function announceNavigation(href: string): void {
  document.dispatchEvent(new CustomEvent(NAVIGATION_EVENT, { detail: href }));
}
