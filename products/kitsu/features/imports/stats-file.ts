import { Readable } from 'node:stream';
import { invalidInput } from '@seaworthy/platform/errors';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import type { OpenFile } from './open-file.ts';
import { type Rejection, rejection } from './rejection.ts';

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

/** A number as files write it; an empty field says nothing. */
const number = (form: RegExp) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || form.test(text))
    .transform((text) => (text === '' ? null : Number(text)));
const count = number(/^\d{1,10}$/)
  .refine((value) => value === null || value <= 2_000_000_000)
  .optional()
  .default(null);
const line = z.object({
  // Scores are kept with two decimals.
  score: number(/^\d{1,2}([.]\d{1,12})?$/)
    .refine((value) => value === null || (value >= 1 && value <= 10))
    .transform((value) => (value === null ? null : Math.round(value * 100) / 100))
    .optional()
    .default(null),
  score_count: count,
  members: count,
});

type Fields = Readonly<Record<string, string>>;

/**
 * Reads a CSV with a header: one id column (`mal_id`, `anilist_id`, `anidb_id`, `kitsu_id` or `shikimori_id`) and at
 * least one of `score` (1 to 10), `score_count` and `members` (how many people keep the title in a list).
 *
 * @throws AppError `invalid_input` when the header is another one, and while reading when the file is no CSV.
 */
export async function readStats(file: OpenFile): Promise<StatsFile> {
  let columns: readonly string[] = [];
  const parser = parse({
    columns: (names: string[]) => {
      columns = names.map((name) => name.trim().toLowerCase());
      return [...columns];
    },
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 10_000,
  });
  const content = Readable.from(file.content, { objectMode: false });
  content.once('error', (error) => parser.destroy(error));
  const lines = content.pipe(parser).iterator() as AsyncIterator<ParsedLine>;
  const first = await nextLine(lines, file.name);
  const idColumn = columns.find((name) => name in ID_COLUMNS);
  const provider = ID_COLUMNS[idColumn ?? ''];
  if (idColumn === undefined || provider === undefined || !columns.some((name) => name in line.shape)) {
    throw invalidInput(
      `${file.name} is no statistics file: its first line must name an id column (${Object.keys(ID_COLUMNS).join(', ')}) and at least one of ${Object.keys(line.shape).join(', ')}.`,
    );
  }
  return { provider, rows: statsRows(file.name, idColumn, first, lines) };
}

/** What the parser gives: the fields of a line, and where in the file it stood. */
interface ParsedLine {
  readonly record: Fields;
  readonly info: { readonly lines: number };
}

async function* statsRows(
  name: string,
  idColumn: string,
  first: ParsedLine | undefined,
  lines: AsyncIterator<ParsedLine>,
): AsyncGenerator<StatsRow | Rejection> {
  for (let next = first; next !== undefined; next = await nextLine(lines, name)) {
    yield parseLine(next.info.lines, next.record, idColumn);
  }
}

function parseLine(rowNumber: number, record: Fields, idColumn: string): StatsRow | Rejection {
  const externalId = record[idColumn]?.trim() ?? '';
  if (!/^[1-9]\d{0,9}$/.test(externalId))
    return rejection(rowNumber, externalId, `${idColumn}: is not an id`);
  const parsed = line.safeParse(record);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return rejection(rowNumber, externalId, `${issue?.path.join('.') ?? ''}: is not a usable number`);
  }
  const { score, score_count: scoreCount, members: popularity } = parsed.data;
  return { rowNumber, externalId, score, scoreCount, popularity };
}

async function nextLine(lines: AsyncIterator<ParsedLine>, name: string): Promise<ParsedLine | undefined> {
  try {
    const next = await lines.next();
    return next.done ? undefined : next.value;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const problem = error.code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ');
    throw invalidInput(`${name} is not a readable CSV file (${problem}).`);
  }
}
