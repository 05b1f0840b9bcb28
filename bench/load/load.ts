/** What one run of a load generator saw. */
export interface LoadResult {
  /** Good answers only: a server that errs quickly is not quick. */
  readonly requestsPerS: number;
  /** All answers, and requests that got none. */
  readonly requestCount: number;
  /** Latency in milliseconds. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Answers other than 2xx, broken connections and timeouts. */
  readonly failureCount: number;
}

/** One run of a load generator: the paths in turn, over as many connections as said, for so long. */
export interface LoadRequest {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly durationS: number;
}

/** A program that makes load, in a process of its own. */
export interface LoadGenerator {
  readonly name: string;
  run(request: LoadRequest): Promise<LoadResult>;
}
