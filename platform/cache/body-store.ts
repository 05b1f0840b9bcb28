import { LRUCache } from 'lru-cache';
import type { CachedBody } from './cached-body.ts';

type Entry = CachedBody & { readonly tags: readonly string[] };

/** What an entry costs besides its body and key: objects, index, entity tag. A round estimate. */
const ENTRY_OVERHEAD_BYTES = 400;

/** Bodies by key within a budget of bytes, the least recently used dropped first, findable by tag. */
export class BodyStore {
  readonly #entries: LRUCache<string, Entry>;
  readonly #keysByTag = new Map<string, Set<string>>();

  constructor(maxBytes: number) {
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (entry, key) => entry.body.length + key.length * 2 + ENTRY_OVERHEAD_BYTES,
      dispose: (entry, key) => this.#unindex(key, entry.tags),
    });
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): CachedBody | undefined {
    return this.#entries.get(key);
  }

  /** Keeps a body; one that is larger than the whole budget is not kept. */
  set(key: string, body: CachedBody, tags: readonly string[]): void {
    this.#entries.set(key, { ...body, tags });
    if (!this.#entries.has(key)) return;
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag);
      if (keys) keys.add(key);
      else this.#keysByTag.set(tag, new Set([key]));
    }
  }

  /** Drops every body with this tag. */
  drop(tag: string): void {
    for (const key of [...(this.#keysByTag.get(tag) ?? [])]) this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#keysByTag.clear();
  }

  #unindex(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}
