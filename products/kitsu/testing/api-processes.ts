import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { newRingKey } from '@seaworthy/platform/identity';

/** An API process of its own. */
export interface ApiProcess {
  readonly origin: string;
  /** For SIGSTOP and SIGCONT. */
  send(signal: NodeJS.Signals): void;
  /** Ends it and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Several start at once, on a machine that may have other things to do. */
const START_MAX_MS = 60_000;

/** Starts API processes over a database, all with the same secret keys, and waits until all of them are ready. */
export async function startApiProcesses(
  count: number,
  databaseUrl: string,
  secretKeys = newRingKey('test'),
): Promise<ApiProcess[]> {
  const ports = await freePorts(count);
  const started = ports.map((port) => startOne(port, databaseUrl, secretKeys));
  await Promise.all(
    started.map(({ origin }) => until(async () => (await fetch(`${origin}/health/ready`)).ok, START_MAX_MS)),
  );
  return started;
}

/** Waits until `condition` holds; one that fails does not hold. */
export async function until(condition: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  while (!(await condition().catch(() => false))) {
    if (performance.now() > deadlineMs) throw new Error(`It did not come true within ${timeoutMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function startOne(port: number, databaseUrl: string, secretKeys: string): ApiProcess {
  const child: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL('../api/main.ts', import.meta.url))],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        SEAWORTHY_MODE: 'test',
        KITSU_DATABASE_URL: databaseUrl,
        KITSU_API_PORT: String(port),
        KITSU_API_POOL_MAX: '2',
        KITSU_SECRET_KEYS: secretKeys,
      },
    },
  );
  return {
    origin: `http://127.0.0.1:${port}`,
    send: (signal) => void child.kill(signal),
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  for (const server of servers) server.close();
  return ports;
}
