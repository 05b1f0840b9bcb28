/** Which server a child process runs, and on what. */
export type ServerSpec =
  | {
      /** Kitsu's API as it is deployed, with its cache or with one that keeps nothing. */
      readonly kind: 'product';
      readonly databaseUrl: string;
      readonly cached: boolean;
    }
  | {
      /** Bare Fastify that sends bodies from memory, by path; a query is not looked at. */
      readonly kind: 'memory';
      readonly bodies: readonly (readonly [path: string, body: string, encoding?: 'utf8' | 'base64'])[];
    }
  | {
      /** Bare Fastify over hand-written named statements. */
      readonly kind: 'statements';
      readonly databaseUrl: string;
    };

/** What a child says when it listens. */
export interface Listening {
  readonly origin: string;
}

/** What a child answers to `usage`: processor time it has used so far. */
export interface Usage {
  readonly cpuUs: number;
}

/** What a server with a database is called in pg_stat_activity. */
export function applicationNameOf(spec: ServerSpec): string | undefined {
  if (spec.kind === 'memory') return undefined;
  if (spec.kind === 'statements') return 'bench-floor';
  return spec.cached ? 'bench-kitsu-cached' : 'bench-kitsu';
}

/** Database connections of one server, the same for all so that none is ahead by its pool. */
export const POOL_MAX = 4;
