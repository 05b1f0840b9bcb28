import { encodeCursor } from '@seaworthy/platform/pagination';
import { fastify } from 'fastify';
import pg from 'pg';
import { drawnPoster, type PosterSubject } from '../../products/kitsu/features/posters/index.ts';
import { titlePictureUrls } from '../../products/kitsu/features/share-pictures/index.ts';
import { handCard, type Poster } from './hand-card.ts';
import { externalLinks } from './hand-links.ts';
import { CARDS, DETAIL, type HandStatement, LIST, POSTER_SUBJECTS } from './hand-statements.ts';
import { POOL_MAX } from './server-spec.ts';

const LIST_LIMIT = 24;

type Row = Record<string, unknown> & { readonly id: number };
type Posters = ReadonlyMap<number, Poster>;

/**
 * Bare Fastify over the driver and hand-written named statements: the same bodies as Kitsu's list and title
 * page, from the same tables, with nothing of ours in between. Default parameters only.
 */
export async function serveStatements(o: { databaseUrl: string; applicationName: string }): Promise<string> {
  const pool = new pg.Pool({
    connectionString: o.databaseUrl,
    application_name: o.applicationName,
    max: POOL_MAX,
  });
  const posters = await readPosters(pool);
  const app = fastify();
  const json = 'application/json; charset=utf-8';
  app.get('/api/v1/anime', async (_request, reply) =>
    reply.header('content-type', json).send(JSON.stringify(await list(pool, posters))),
  );
  app.get<{ Params: { id: string } }>('/api/v1/anime/:id', async (request, reply) =>
    reply
      .header('content-type', json)
      .send(JSON.stringify(await detail(pool, posters, Number(request.params.id)))),
  );
  return app.listen({ host: '127.0.0.1', port: 0 });
}

async function run<R>(pool: pg.Pool, statement: HandStatement, values: readonly unknown[]): Promise<R[]> {
  return (await pool.query<R & pg.QueryResultRow>({ ...statement, values: [...values] })).rows;
}

async function readPosters(pool: pg.Pool): Promise<Posters> {
  const subjects = await run<PosterSubject>(pool, POSTER_SUBJECTS, []);
  return new Map(subjects.map((subject) => [subject.id, drawnPoster(subject)]));
}

async function list(pool: pg.Pool, posters: Posters): Promise<unknown> {
  const rows = await run<Row>(pool, LIST, [LIST_LIMIT + 1]);
  const page = rows.slice(0, LIST_LIMIT);
  const last = rows.length > LIST_LIMIT ? page.at(-1) : undefined;
  return {
    items: page.map((row) => handCard(row, posters)),
    nextCursor: last ? encodeCursor('popularity', { key: last.ranking, id: last.id }) : null,
  };
}

async function detail(pool: pg.Pool, posters: Posters, id: number): Promise<unknown> {
  const [row] = await run<Row>(pool, DETAIL, [id]);
  if (row === undefined) return null;
  return {
    ...handCard(row, posters),
    names: row.names,
    descriptions: row.descriptions ?? {},
    startDate: row.start_date,
    endDate: row.end_date,
    ageRating: row.age_rating,
    scoreCount: row.score_count,
    studios: row.studios ?? [],
    externalLinks: externalLinks(row.external_ids as Record<string, string> | null),
    related: await related(pool, posters, (row.related ?? []) as { id: number; kind: string }[]),
    franchise: row.franchise,
    sources: row.sources ?? [],
    sharePictures: titlePictureUrls({ id, version: Number(row.version) }),
    updatedAt: row.updated_at,
  };
}

async function related(pool: pg.Pool, posters: Posters, relations: { id: number; kind: string }[]) {
  if (relations.length === 0) return [];
  const cards = await cardsById(
    pool,
    relations.map(({ id }) => id),
  );
  return relations.flatMap(({ id, kind }) => {
    const row = cards.get(id);
    return row ? [{ relation: kind, title: handCard(row, posters) }] : [];
  });
}

async function cardsById(pool: pg.Pool, ids: readonly number[]): Promise<Map<number, Row>> {
  return new Map((await run<Row>(pool, CARDS, [ids])).map((row) => [row.id, row]));
}
