/** A serialised answer, ready to be sent as it is. */
export type CachedBody = {
  readonly body: Buffer;
  /** Strong entity tag, quotes included, made from the content. */
  readonly etag: string;
};

/** How much of the past a process has heard of. It lets others judge what they took from it. */
export type Freshness = {
  /** Another one for each opened cache: what a process knew before it was started again says nothing. */
  readonly epoch: string;
  /** Rises with every news of a change, and whenever news may have been missed. */
  readonly version: number;
  /** Every change committed longer ago than this many ms has been heard; null while nothing is known. */
  readonly provenAgoMs: number | null;
};

/** Serialised bodies by key, dropped by tag. Fresh within 1 s of a commit in every process. */
export type Cache = {
  /**
   * The body under this key; `load` makes it when there is none, once however many ask at the same time. A failed load
   * fails those who waited and is not remembered. The key must say everything the body depends on.
   */
  body(key: string, tags: readonly string[], load: () => Promise<string | Buffer>): Promise<CachedBody>;
  /** The body under this key if it is kept and may be served right now; it never loads. Left out: there is no way to tell. */
  peek?(key: string): CachedBody | undefined;
  /** What has been heard up to now. What is answered from here on shows at least all of it. Left out: there is no way to tell. */
  freshness?(): Freshness;
  /** Ends the listening connection and drops everything. */
  close(): Promise<void>;
};

/** News of changes, for what keeps its own state in memory and must be as fresh as the cache. */
export type ChangeNews = {
  /**
   * Calls `onNews` for every change heard of, whatever its tags, and when news may have been missed: in the same moment in
   * which the cache drops its bodies, so before any later load. It must neither throw nor take long. Returns how to stop.
   */
  follow(onNews: () => void): () => void;
  /** The moment (of `performance.now()`) up to which every change has been heard of; -Infinity while nothing is heard. */
  provenUntilMs(): number;
};
