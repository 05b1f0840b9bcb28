import type { EmbeddedPostgres } from '@seaworthy/platform/postgres';
import { startTestCluster } from '@seaworthy/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedRows } from '../catalogue/generated-rows.ts';
import { openCatalogue } from '../catalogue/open-catalogue.ts';
import { findGenerator } from '../load/find-generator.ts';
import { type DatabaseCpu, openDatabaseCpu } from '../measure/database-cpu.ts';
import { measureRounds, ratioOf } from '../measure/rounds.ts';
import { bodyOf, expectSameBodies } from '../measure/same-bodies.ts';
import type { ServerSpec } from '../servers/server-spec.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { insertRows } from './insert-rows.ts';

const LIST = '/api/v1/anime';
/** Shares of the floor's throughput that the list has to reach. */
const CACHED_MIN = 0.6;
const UNCACHED_MIN = 0.7;
const LOAD = { connections: 50, rounds: 7, durationS: 1, warmUpS: 1 };

let cluster: EmbeddedPostgres;
let databaseCpu: DatabaseCpu;
let databaseUrl: string;
const servers: RunningServer[] = [];

beforeAll(async () => {
  cluster = await startTestCluster();
  const catalogue = await openCatalogue(cluster);
  await insertRows(catalogue.ownerUrl, generatedRows());
  await catalogue.settle();
  databaseUrl = catalogue.appUrl;
  databaseCpu = openDatabaseCpu(databaseUrl);
});

afterAll(async () => {
  for (const server of servers) await server.stop();
  await databaseCpu?.close();
  await cluster?.stop();
});

async function start(spec: ServerSpec): Promise<RunningServer> {
  const server = await startServer(spec);
  servers.push(server);
  return server;
}

/** The share of the floor's throughput, said in the output as well. */
async function shareOf(name: string, ours: RunningServer, floor: RunningServer): Promise<number> {
  await expectSameBodies(ours, floor, [LIST]);
  const generator = findGenerator();
  const rounds = await measureRounds(
    { generator, databaseCpu },
    {
      ...LOAD,
      contestants: [
        { name: 'ours', server: ours, paths: [LIST] },
        { name: 'floor', server: floor, paths: [LIST] },
      ],
    },
  );
  const failed = [...rounds.values()]
    .flat()
    .filter(({ failureCount, requestCount }) => failureCount > 0 || requestCount === 0);
  expect(failed, 'rounds with failed requests').toEqual([]);
  const { work, throughput } = ratioOf(rounds.get('ours') ?? [], rounds.get('floor') ?? []);
  process.stdout.write(
    `${name}: ${percent(work ?? throughput)} of its floor by processor time, ${percent(throughput)} by requests/s (${generator.name})\n`,
  );
  // A load generator that is slower than the floor hides the difference; processor time does not depend on it.
  return work ?? throughput;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

test(`the cached list serves at least ${percent(CACHED_MIN)} of what bare Fastify does with the same bytes from memory`, async () => {
  const ours = await start({ kind: 'product', databaseUrl, cached: true });
  const floor = await start({ kind: 'memory', bodies: [[LIST, await bodyOf(ours, LIST)]] });
  expect(await shareOf('cached list', ours, floor)).toBeGreaterThanOrEqual(CACHED_MIN);
});

test(`the uncached list serves at least ${percent(UNCACHED_MIN)} of what bare Fastify does with a hand-written statement`, async () => {
  const ours = await start({ kind: 'product', databaseUrl, cached: false });
  const floor = await start({ kind: 'statements', databaseUrl });
  expect(await shareOf('uncached list', ours, floor)).toBeGreaterThanOrEqual(UNCACHED_MIN);
});
