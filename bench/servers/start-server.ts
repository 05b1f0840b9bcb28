import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { applicationNameOf, type Listening, type ServerSpec, type Usage } from './server-spec.ts';

/** A server running in a process of its own. */
export interface RunningServer {
  readonly origin: string;
  /** Under which its connections are found in pg_stat_activity; undefined for one without a database. */
  readonly applicationName: string | undefined;
  /** Processor time the process has used since its start, in microseconds. */
  cpuUs(): Promise<number>;
  stop(): Promise<void>;
}

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));

/**
 * Starts a server and waits until it listens; it ends with this process, however that ends. BENCH_EXEC_ARGV hands it
 * options of Node, such as `--cpu-prof`, when somebody looks for what takes the time.
 */
export async function startServer(spec: ServerSpec): Promise<RunningServer> {
  // What a server logs is part of its work, so it is written, to where nobody reads it.
  const child = fork(SERVE, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: process.env.BENCH_EXEC_ARGV?.split(' ') ?? [],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The ${spec.kind} server ended with code ${code}.`);
  });
  ended.catch(() => {});
  const answer = async <Reply>(message: string | ServerSpec): Promise<Reply> => {
    const reply = once(child, 'message');
    child.send(message);
    const [value] = await Promise.race([reply, ended]);
    return value as Reply;
  };
  const { origin } = await answer<Listening>(spec);
  return {
    origin,
    applicationName: applicationNameOf(spec),
    cpuUs: async () => (await answer<Usage>('usage')).cpuUs,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended.catch(() => {});
    },
  };
}
