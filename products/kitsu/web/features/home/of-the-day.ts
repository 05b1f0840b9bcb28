const DAY_MS = 86_400_000;

/** One of the items, the same for everybody all day (UTC) and another one tomorrow; undefined when there is none. */
export function ofTheDay<T>(items: readonly T[], now: Date): T | undefined {
  return items[Math.floor(now.getTime() / DAY_MS) % Math.max(1, items.length)];
}
