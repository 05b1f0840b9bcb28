/**
 * Whether a page, named without its language, differs by who reads it. Only such pages learn who does, and none of them is kept
 * for others; every other page is the same for everybody.
 */
export function isPersonal(page: string): boolean {
  return /^\/(?:account|staff)(?:\/|$)/.test(page);
}
