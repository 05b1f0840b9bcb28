import { relative } from 'node:path';
import type { DemoLogIn } from './demo-log-ins.ts';
import type { Product } from './manifest.ts';
import type { ProcessCounts } from './options.ts';
import type { ProductSettings } from './settings.ts';

/** What {@link summaryLines} tells about. */
export interface Summary {
  readonly products: readonly ({
    readonly product: Product;
    readonly settings: ProductSettings;
    readonly logIns: readonly DemoLogIn[];
  } & ProcessCounts)[];
  /** From the call of the starter until everything served. */
  readonly tookMs: number;
  readonly dataDir: string;
  readonly root: string;
}

/** What the person reads when everything runs: where to go, what to try, how to stop. */
export function summaryLines(summary: Summary): string[] {
  const rows = summary.products.flatMap(({ product, settings, processes, workers, logIns }) => {
    const site = `http://localhost:${settings.webPort}`;
    return [
      { title: product.title, text: site },
      ...product.pages.map(({ title, path }) => ({ title, text: `${site}${path}` })),
      { title: 'API processes', text: `127.0.0.1, port ${portRange(settings.apiPort, processes)}` },
      ...(settings.worker === undefined || workers === 0
        ? []
        : [{ title: 'Workers', text: `127.0.0.1, port ${portRange(settings.worker.port, workers)}` }]),
      ...logInRows(logIns),
      ...product.nextSteps.map(({ title, command }) => ({ title, text: command })),
    ];
  });
  rows.push(
    { title: 'Data and logs', text: relative(summary.root, summary.dataDir) || '.' },
    { title: 'Stop', text: 'Ctrl-C' },
  );
  const width = Math.max(...rows.map((row) => row.title.length));
  const seconds = (summary.tookMs / 1_000).toFixed(1);
  const lines = rows.map(({ title, text }) => `  ${title.padEnd(width)}  ${text}`);
  return ['', `Everything runs, after ${seconds} s.`, '', ...lines, ''];
}

/** Accounts that this data directory knows, and no other one. */
function logInRows(logIns: readonly DemoLogIn[]): { title: string; text: string }[] {
  const width = Math.max(0, ...logIns.map(({ email }) => email.length));
  return logIns.map(({ email, password }, place) => ({
    title: place === 0 ? 'Demo log-ins' : '',
    text: `${email.padEnd(width)}  ${password}`,
  }));
}

function portRange(first: number, count: number): string {
  return count === 1 ? `${first}` : `${first} to ${first + count - 1}`;
}
