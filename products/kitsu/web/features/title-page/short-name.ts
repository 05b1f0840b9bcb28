/**
 * A name without the name that all of its franchise share: "Iron Tide: Second Season" beside "Iron Tide" is "Second Season". The
 * whole name where nothing would be left.
 */
export function shortName(name: string, bases: readonly string[]): string {
  for (const base of bases) {
    if (!name.toLowerCase().startsWith(base.toLowerCase())) continue;
    const after = name.slice(base.length);
    const rest = after.replace(/^[\s:;,.!–—-]+/u, '');
    // "Naruto" is no part of "Narutoverse".
    if (rest !== '' && rest !== after) return rest;
  }
  return name;
}
