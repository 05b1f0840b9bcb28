import { LRUCache } from 'lru-cache';
import type { Stamp } from '../api-watch.ts';
import type { KeptPage } from './kept-page.ts';

/** A page with what was known when its rendering began. */
export type Entry = { readonly page: KeptPage; readonly stamp: Stamp; readonly renderedMs: number };

/** Objects and index of an entry, besides its bodies and key. A round estimate. */
const ENTRY_OVERHEAD_BYTES = 1_000;

/**
 * Shares of the budget. Addresses without a query are as many as there is content. Queries and addresses that lead nowhere
 * can be invented without end, so they push out only each other.
 */
const SHARES = { plain: 0.7, queried: 0.25, missing: 0.05 };

type Room = keyof typeof SHARES;

/** Pages by key within a budget of bytes, in three rooms; in each the least recently used goes first. */
export class PageStore {
  readonly #rooms: Readonly<Record<Room, LRUCache<string, Entry>>>;

  constructor(maxBytes: number) {
    const room = (share: number) =>
      new LRUCache<string, Entry>({
        maxSize: Math.max(1, Math.floor(maxBytes * share)),
        sizeCalculation: ({ page }, key) => page.body.bytes.length + key.length * 2 + ENTRY_OVERHEAD_BYTES,
      });
    this.#rooms = {
      plain: room(SHARES.plain),
      queried: room(SHARES.queried),
      missing: room(SHARES.missing),
    };
  }

  get bytes(): number {
    return Object.values(this.#rooms).reduce((sum, room) => sum + room.calculatedSize, 0);
  }

  get size(): number {
    return Object.values(this.#rooms).reduce((sum, room) => sum + room.size, 0);
  }

  get(key: string): Entry | undefined {
    const { plain, queried, missing } = this.#rooms;
    return plain.get(key) ?? queried.get(key) ?? missing.get(key);
  }

  /** Keeps a page; one that is larger than its whole room is not kept. */
  set(key: string, url: string, entry: Entry): void {
    for (const room of Object.values(this.#rooms)) room.delete(key);
    this.#rooms[roomOf(url, entry)].set(key, entry);
  }

  clear(): void {
    for (const room of Object.values(this.#rooms)) room.clear();
  }
}

function roomOf(url: string, { page }: Entry): Room {
  if (page.status !== 200) return 'missing';
  return url.includes('?') ? 'queried' : 'plain';
}
