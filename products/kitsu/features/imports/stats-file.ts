import { invalidInput } from '@seaworthy/platform/errors';
import { parse } from 'csv-parse';
import { z } from 'zod';
import type { OpenFile } from './open-file.ts';
import type { Rejection } from './queries.ts';

/** Columns that hold an id, by the provider that gave it; the header names one of them. */
const ID_COLUMNS: Readonly<Record<string, string>> = {
  mal_id: 'mal',
  anilist_id: 'anilist',
  anidb_id: 'anidb',
  kitsu_id: 'kitsu',
  shikimori_id: 'shikimori',
};

/** What one line of a statistics file says of a title. */
export interface StatsRow {
  readonly rowNumber: number;
  readonly externalId: string;
  readonly score: number | null;
  readonly scoreCount: number | null;
  readonly popularity: number | null;
}

/** A statistics file that is being read: the provider of its ids, and its lines, usable or not. */
export interface StatsFile {
  readonly provider: string;
  readonly rows: AsyncIterable<StatsRow | Rejection>;
}

const empty = z.literal('').transform(() => null);
const count = z
  .union([empty, z.coerce.number().int().min(0).max(2_000_000_000)])
  .optional()
  .default(null);
const line = z.object({
  score: z
    .union([empty, z.coerce.number().min(1).max(10)])
    .optional()
    .default(null),
  score_count: count,
  members: count,
});

/**
 * Reads a CSV with a header: one id column (`mal_id`, `anilist_id`, `anidb_id`, `kitsu_id` or `shikimori_id`) and at
 * least one of `score` (1 to 10), `score_count` and `members` (how many people keep the title in a list).
 *
 * @throws AppError `invalid_input` when the header is another one, and while reading when the file is no CSV.
 */
export async function readStats(file: OpenFile): Promise<StatsFile> {
  const parser = parse({
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    bom: true,
    relax_column_count: true,
    max_record_size: 10_000,
  });
  file.content.once('error', (error) => parser.destroy(error));
  const records = file.content.pipe(parser).iterator() as AsyncIterator<Record<string, string>>;
  const first = await nextRecord(records, file.name);
  const columns = Object.keys(first ?? {});
  const idColumn = columns.find((name) => name in ID_COLUMNS);
  const provider = ID_COLUMNS[idColumn ?? ''];
  if (idColumn === undefined || provider === undefined || !columns.some((name) => name in line.shape)) {
    throw invalidInput(
      `${file.name} is no statistics file: its first line must name an id column (${Object.keys(ID_COLUMNS).join(', ')}) and at least one of ${Object.keys(line.shape).join(', ')}.`,
    );
  }
  return { provider, rows: statsRows(file.name, idColumn, first, records) };
}

async function* statsRows(
  name: string,
  idColumn: string,
  first: Record<string, string> | undefined,
  records: AsyncIterator<Record<string, string>>,
): AsyncGenerator<StatsRow | Rejection> {
  let rowNumber = 1;
  for (let record = first; record !== undefined; record = await nextRecord(records, name)) {
    rowNumber += 1;
    yield parseLine(rowNumber, record, idColumn);
  }
}

function parseLine(
  rowNumber: number,
  record: Record<string, string>,
  idColumn: string,
): StatsRow | Rejection {
  const externalId = record[idColumn]?.trim() ?? '';
  const rejected = (reason: string) => ({ rowNumber, label: externalId, reason });
  if (!/^[1-9]\d{0,9}$/.test(externalId)) return rejected(`${idColumn}: is not an id`);
  const parsed = line.safeParse(record);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return rejected(`${issue?.path.join('.') ?? ''}: is not a usable number`);
  }
  const { score, score_count: scoreCount, members: popularity } = parsed.data;
  return { rowNumber, externalId, score, scoreCount, popularity };
}

async function nextRecord(
  records: AsyncIterator<Record<string, string>>,
  name: string,
): Promise<Record<string, string> | undefined> {
  try {
    const next = await records.next();
    return next.done ? undefined : next.value;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('CSV_')) throw error;
    throw invalidInput(
      `${name} is not a readable CSV file (${code.slice(4).toLowerCase().replaceAll('_', ' ')}).`,
    );
  }
}
