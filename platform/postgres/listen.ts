import { setTimeout as sleep } from 'node:timers/promises';
import { ListeningConnection, type SessionMark } from './listening-connection.ts';

/** What to listen to and whom to tell. The callbacks run one at a time and must not throw. */
export interface ListenOptions {
  readonly url: string;
  readonly channel: string;
  /** Shown in pg_stat_activity. Default `seaworthy-listen`. */
  readonly applicationName?: string;
  onNotification(payload: string): void;
  /** From now on notifications may be missed. Always follows an `onReady`. */
  onLost(): void;
  /** From now on every notification arrives; those sent before may have been missed. */
  onReady(): void;
  /** Pause between two heartbeats. Default 400. */
  readonly heartbeatMs?: number;
  /** The time an answer to a heartbeat may take; later counts as lost. Default: as long as the pause. */
  readonly answerWithinMs?: number;
  /** A session lock that the connection holds as long as it lives; others see in pg_locks whether this process does. */
  readonly mark?: SessionMark;
}

/** A running listener. */
export interface Listener {
  /**
   * The moment (of `performance.now()`) up to which nothing was missed: when the heartbeat answered last was sent.
   * -Infinity while the connection is lost. Unlike `onLost` it also tells the truth to a process that was itself
   * frozen and has just woken up.
   */
  provenUntilMs(): number;
  /** Stops listening. Nothing is called back afterwards. */
  close(): Promise<void>;
}

const RECONNECT_FIRST_MS = 50;
const RECONNECT_MAX_MS = 2_000;

/**
 * Listens on a connection of its own, for as long as the process lives: a lost connection is made again, with growing
 * random pauses. Resolves after the first attempt, whether it succeeded or not; `onReady` tells.
 *
 * The guarantee others build on: PostgreSQL sends waiting notifications before the end of an answer, so once a
 * heartbeat is answered, every notification whose transaction had been committed when the heartbeat was sent has been
 * delivered. A connection that does not answer in time counts as lost, also when it looks open.
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const listener = new ReconnectingListener(options);
  await listener.begin();
  return listener;
}

class ReconnectingListener implements Listener {
  readonly #options: ListenOptions;
  readonly #heartbeatMs: number;
  readonly #answerWithinMs: number;
  readonly #closing = new AbortController();
  #provenUntilMs = Number.NEGATIVE_INFINITY;
  #running: Promise<void> = Promise.resolve();

  constructor(options: ListenOptions) {
    this.#options = options;
    this.#heartbeatMs = options.heartbeatMs ?? 400;
    this.#answerWithinMs = options.answerWithinMs ?? this.#heartbeatMs;
  }

  provenUntilMs(): number {
    return this.#provenUntilMs;
  }

  async begin(): Promise<void> {
    const first = await this.#connect();
    this.#running = this.#run(first);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(first: ListeningConnection | undefined): Promise<void> {
    let connection = first;
    let pauseMs = RECONNECT_FIRST_MS;
    while (!this.#closing.signal.aborted) {
      if (connection !== undefined) {
        await this.#beat(connection);
        pauseMs = RECONNECT_FIRST_MS;
      }
      await pause(pauseMs * (0.5 + Math.random()), this.#closing.signal);
      pauseMs = Math.min(pauseMs * 2, RECONNECT_MAX_MS);
      connection = await this.#connect();
    }
    connection?.drop();
  }

  /** Undefined when the attempt failed, or when the listener was closed meanwhile. */
  async #connect(): Promise<ListeningConnection | undefined> {
    if (this.#closing.signal.aborted) return undefined;
    const connection = new ListeningConnection({
      url: this.#options.url,
      applicationName: this.#options.applicationName ?? 'seaworthy-listen',
      onNotification: (payload) => {
        if (!this.#closing.signal.aborted) this.#options.onNotification(payload);
      },
    });
    const sentAtMs = performance.now();
    const opened = await connection.open(this.#options.channel, this.#options.mark).then(
      () => true,
      () => false,
    );
    if (!opened || this.#closing.signal.aborted) {
      connection.drop();
      return undefined;
    }
    this.#provenUntilMs = sentAtMs;
    this.#options.onReady();
    return connection;
  }

  /** Returns when the connection is lost, having told so, or when the listener is closed. */
  async #beat(connection: ListeningConnection): Promise<void> {
    const wakeUp = AbortSignal.any([this.#closing.signal, connection.lost]);
    for (;;) {
      await pause(this.#heartbeatMs, wakeUp);
      if (this.#closing.signal.aborted) break;
      const sentAtMs = performance.now();
      const alive = !connection.lost.aborted && (await connection.answers(this.#answerWithinMs));
      if (!alive) break;
      this.#provenUntilMs = sentAtMs;
    }
    connection.drop();
    this.#provenUntilMs = Number.NEGATIVE_INFINITY;
    if (!this.#closing.signal.aborted) this.#options.onLost();
  }
}

async function pause(ms: number, wakeUp: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: wakeUp }).catch(() => {}); // Being woken up early is not a failure.
}
