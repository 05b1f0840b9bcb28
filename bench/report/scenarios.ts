import { encodeCursor } from '@seaworthy/platform/pagination';
import { openDatabase, prepare } from '@seaworthy/platform/postgres';
import { bodyOf, expectSameBodies } from '../measure/same-bodies.ts';
import type { ServerSpec } from '../servers/server-spec.ts';
import type { RunningServer } from '../servers/start-server.ts';
import { searchQueries } from './queries.ts';
import type { Scenario } from './scenario.ts';

const LIST = '/api/v1/anime';
const DETAIL_COUNT = 2_000;
const POSTER_COUNT = 200;
const PAGE = 24;
/** Where a request is long statements, each waits in the line of the pool: many at once would measure the line. */
const HEAVY_CONNECTIONS = 8;

const CACHED = 'Kitsu, cached';
const UNCACHED = 'Kitsu, uncached';
const MEMORY = 'floor: the bytes from memory';
const STATEMENTS = 'floor: hand-written statements';

/** What the scenarios run on. */
export interface ScenarioDeps {
  readonly databaseUrl: string;
  readonly data: 'real' | 'generated';
  /** Starts a server that is stopped at the end of the report. */
  start(spec: ServerSpec): Promise<RunningServer>;
}

/** Everything that is measured over HTTP. Floors are checked to send what Kitsu sends before they are compared. */
export async function scenarios(deps: ScenarioDeps): Promise<Scenario[]> {
  const { databaseUrl, start } = deps;
  const cached = await start({ kind: 'product', databaseUrl, cached: true });
  const uncached = await start({ kind: 'product', databaseUrl, cached: false });
  const statements = await start({ kind: 'statements', databaseUrl });
  const { ids, lastPage } = await readCatalogue(databaseUrl);
  const details = ids.map((id) => `${LIST}/${id}`);
  const searches = searchQueries(deps.data).map((q) => `/api/v1/search/anime?q=${encodeURIComponent(q)}`);
  await expectSameBodies(uncached, statements, [LIST, ...details.slice(0, 200)]);
  const fromMemory = (paths: readonly string[]) => startMemory(start, uncached, paths);
  const beside = async (name: string, paths: readonly string[]): Promise<Scenario> => {
    const memory = await fromMemory(paths);
    return {
      name,
      paths,
      contestants: [
        { name: CACHED, server: cached, floor: MEMORY },
        { name: MEMORY, server: memory },
        { name: UNCACHED, server: uncached, floor: STATEMENTS },
        { name: STATEMENTS, server: statements },
      ],
    };
  };
  return [
    await beside(`list: ${PAGE} titles, best known first`, [LIST]),
    await beside(`title page: ${details.length} titles in turn`, details),
    {
      name: `search: ${searches.length} queries in turn, ${HEAVY_CONNECTIONS} at once`,
      paths: searches,
      connections: HEAVY_CONNECTIONS,
      contestants: [
        { name: CACHED, server: cached, floor: MEMORY },
        { name: UNCACHED, server: uncached, floor: MEMORY },
        { name: MEMORY, server: await fromMemory(searches) },
      ],
    },
    {
      name: `list with facets and total, ${HEAVY_CONNECTIONS} at once`,
      paths: [`${LIST}?facets=true&total=true`],
      connections: HEAVY_CONNECTIONS,
      contestants: [
        { name: CACHED, server: cached },
        { name: UNCACHED, server: uncached },
      ],
    },
    {
      name: 'depth of a list, uncached',
      paths: [LIST],
      contestants: [
        { name: 'last page', server: uncached, floor: 'first page', paths: [`${LIST}?cursor=${lastPage}`] },
        { name: 'first page', server: uncached },
      ],
    },
    {
      name: `posters: ${POSTER_COUNT} pictures in turn`,
      paths: ids.slice(0, POSTER_COUNT).map((id) => `/media/posters/${id}.svg`),
      contestants: [
        { name: CACHED, server: cached },
        { name: `${UNCACHED}: drawn each time`, server: uncached },
      ],
    },
  ];
}

/** A server that sends from memory what another one answers at these paths. */
async function startMemory(
  start: ScenarioDeps['start'],
  from: RunningServer,
  paths: readonly string[],
): Promise<RunningServer> {
  const bodies: [string, string][] = [];
  for (const path of paths) bodies.push([path, await bodyOf(from, path)]);
  return start({ kind: 'memory', bodies });
}

/** Titles in an order that has nothing to do with how they are stored, the same one each time. */
const selectIds = prepare<{ id: number }>(
  'bench_ids',
  'select id from titles where is_listed and not is_adult order by md5(id::text) limit $1',
);
const selectLastPage = prepare<{ ranking: number; id: number }>(
  'bench_last_page',
  `select ranking, id from titles where is_listed and not is_adult order by ranking, id offset ${PAGE} limit 1`,
);

async function readCatalogue(databaseUrl: string): Promise<{ ids: number[]; lastPage: string }> {
  const database = openDatabase<unknown>({ url: databaseUrl, applicationName: 'bench', poolMax: 1 });
  try {
    const ids = (await selectIds(database.db, [DETAIL_COUNT])).map(({ id }) => id);
    const [last] = await selectLastPage(database.db, []);
    if (last === undefined) throw new Error('The catalogue is empty.');
    return { ids, lastPage: encodeCursor('popularity', { key: last.ranking, id: last.id }) };
  } finally {
    await database.close();
  }
}
