import { createServer } from 'node:net';
import { EXIT_CODE } from '@seaworthy/platform/process';
import { StartFailure } from './failure.ts';
import type { Product } from './manifest.ts';
import type { ProcessCounts } from './options.ts';
import { portHolder } from './port-holder.ts';
import type { ProductSettings } from './settings.ts';

/** Everything we start listens on this machine only. */
export const LOOPBACK = '127.0.0.1';

/** A port that a process of ours is going to listen on, and the variable that moves it. */
export interface WantedPort {
  readonly port: number;
  readonly variable: string;
}

/** The ports that a product needs: its site, then its API processes, then its workers. */
export function wantedPorts(
  product: Product,
  settings: ProductSettings,
  counts: ProcessCounts,
): WantedPort[] {
  const row = (first: number, count: number, variable: string): WantedPort[] =>
    Array.from({ length: count }, (_, index) => ({ port: first + index, variable }));
  return [
    { port: settings.webPort, variable: product.ports.web.variable },
    ...row(settings.apiPort, counts.processes, product.ports.api.variable),
    ...row(settings.worker?.port ?? 0, counts.workers, product.worker?.port.variable ?? ''),
  ];
}

/**
 * Checks that all ports can be had. Nothing is left open.
 *
 * @throws StartFailure that names every port that cannot, who holds it, and the variable to set.
 */
export async function checkPorts(wanted: readonly WantedPort[]): Promise<void> {
  const clashes = twiceWanted(wanted);
  if (clashes.length > 0) throw new StartFailure(clashes.join('\n'), EXIT_CODE.configuration);
  const problems = (await Promise.all(wanted.map(problemWith))).filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new StartFailure(problems.join('\n'), EXIT_CODE.unavailable);
}

function twiceWanted(wanted: readonly WantedPort[]): string[] {
  const first = new Map<number, WantedPort>();
  const clashes: string[] = [];
  for (const one of wanted) {
    const other = first.get(one.port);
    if (one.port > 65_535) {
      clashes.push(`${one.variable} is too high: port ${one.port} would be needed, and 65535 is the last.`);
    } else if (other !== undefined) {
      clashes.push(
        `Port ${one.port} is wanted twice: by ${other.variable} and by ${one.variable}. Set one of them to another port.`,
      );
    }
    first.set(one.port, one);
  }
  return clashes;
}

async function problemWith({ port, variable }: WantedPort): Promise<string | undefined> {
  const code = (await listenError(port, LOOPBACK)) ?? (await listenError(port, '::1'));
  if (code === undefined) return undefined;
  if (code === 'EACCES') {
    return `Port ${port} may not be opened by this user. Set ${variable} to a port above 1023.`;
  }
  const holder = await portHolder(port);
  const who =
    holder === undefined ? 'another program listens there' : `${holder.name}, process ${holder.pid}`;
  return `Port ${port} is taken (${who}). Set ${variable} to another one, or end that program.`;
}

/**
 * Listens for a moment: the only test that the system itself answers. The second address counts as well, because a
 * browser takes "localhost" for either; a machine without it has nothing there that could be taken.
 */
function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const noSuchAddress = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
      resolve(noSuchAddress ? undefined : error.code);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
