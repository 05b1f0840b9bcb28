import { get } from 'node:http';
import type { LoadGenerator } from '../load/load.ts';
import { median } from '../measure/statistics.ts';
import { startServer } from '../servers/start-server.ts';

/** Kept pages a second, beside a server that does nothing else. */
export interface PageSpeed {
  readonly name: string;
  /** Of the compressed page. */
  readonly bytes: number;
  readonly pagesPerS: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Bare Fastify that sends the same bytes from memory. */
  readonly floorPerS: number;
  readonly failureCount: number;
}

const HEADERS = { 'accept-encoding': 'br' };
const ROUNDS = 3;
const LOAD = { connections: 50, durationS: 2, headers: HEADERS };

/** Loads the site and the floor in turn, so that whatever else the machine does falls on both. */
export async function measurePageSpeed(
  generator: LoadGenerator,
  origin: string,
  { name, path }: { name: string; path: string },
): Promise<PageSpeed> {
  const body = await compressedBody(origin + path);
  const floor = await startServer({ kind: 'memory', bodies: [[path, body.toString('base64'), 'base64']] });
  try {
    const load = (at: string) => generator.run({ ...LOAD, origin: at, paths: [path] });
    await Promise.all([load(origin), load(floor.origin)]);
    const ours = [];
    const theirs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await load(origin));
      theirs.push(await load(floor.origin));
    }
    return {
      name,
      bytes: body.length,
      pagesPerS: median(ours.map(({ requestsPerS }) => requestsPerS)),
      p50Ms: median(ours.map(({ p50Ms }) => p50Ms)),
      p99Ms: median(ours.map(({ p99Ms }) => p99Ms)),
      floorPerS: median(theirs.map(({ requestsPerS }) => requestsPerS)),
      failureCount: [...ours, ...theirs].reduce((sum, { failureCount }) => sum + failureCount, 0),
    };
  } finally {
    await floor.stop();
  }
}

/** As it is sent; `fetch` would undo the compression. */
function compressedBody(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { headers: HEADERS }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(Buffer.concat(chunks));
    });
    sent.on('error', reject);
  });
}
