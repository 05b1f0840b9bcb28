import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';

const FILE = 'port';

/**
 * A port of the loopback interface that is free right now: the one used last if it is, so that a person's tools find
 * the database again, and any other one if it is not.
 */
export async function choosePort(dataDir: string): Promise<number> {
  const last = Number(await readFile(path.join(dataDir, FILE), 'utf8').catch(() => '0'));
  if (Number.isInteger(last) && last > 0 && last < 65_536 && (await bind(last)) === last) return last;
  return (await bind(0)) ?? 0;
}

/** Remembers the port for the next start. */
export async function rememberPort(dataDir: string, port: number): Promise<void> {
  await writeFile(path.join(dataDir, FILE), `${port}\n`, { mode: 0o600 });
}

/** Binds the port (0: any) for a moment; the port that was bound, or undefined when it is taken. */
export async function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
