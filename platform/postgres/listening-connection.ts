import { Socket } from 'node:net';
import pg from 'pg';

/** Whom a listening connection connects to and tells. */
export interface ListeningConnectionOptions {
  readonly url: string;
  readonly applicationName: string;
  onNotification(payload: string): void;
}

/** The two keys (32 bits each, signed) of a shared session lock that tells others that this process lives. */
export type SessionMark = readonly [space: number, id: number];

const CONNECT_TIMEOUT_MS = 3_000;

/** One connection that listens to one channel, from LISTEN until it is lost or dropped. */
export class ListeningConnection {
  /** Aborted as soon as the connection is known to be broken. */
  readonly lost: AbortSignal;
  readonly #client: pg.Client;
  readonly #socket: Socket;
  readonly #broken = new AbortController();

  constructor(options: ListeningConnectionOptions) {
    const socket = new Socket();
    this.#socket = socket;
    this.lost = this.#broken.signal;
    this.#client = new pg.Client({
      connectionString: options.url,
      application_name: options.applicationName,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      stream: () => socket,
    });
    this.#client.on('error', () => this.#broken.abort());
    this.#client.on('end', () => this.#broken.abort());
    this.#client.on('notification', (message) => {
      if (!this.lost.aborted) options.onNotification(message.payload ?? '');
    });
  }

  /** Connects, listens and takes the mark when there is one; rejects when any of it fails. */
  async open(channel: string, mark?: SessionMark): Promise<void> {
    await this.#client.connect();
    await this.#client.query(`listen ${pg.escapeIdentifier(channel)}`);
    // Shared: the session before this one, though lost, may not have ended yet.
    if (mark !== undefined) await this.#client.query('select pg_advisory_lock_shared($1, $2)', [...mark]);
  }

  /** Whether the server answers in time. */
  async answers(withinMs: number): Promise<boolean> {
    const heartbeat: pg.QueryConfig & { readonly query_timeout: number } = {
      text: 'select 1',
      query_timeout: withinMs,
    };
    try {
      await this.#client.query(heartbeat);
      return true;
    } catch {
      return false;
    }
  }

  /** Ends without waiting: a frozen server would never say goodbye. Notifications that still arrive are not told. */
  drop(): void {
    this.#broken.abort();
    this.#client.end().catch(() => {});
    this.#socket.destroy();
  }
}
