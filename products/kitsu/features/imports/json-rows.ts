import { invalidInput } from '@seaworthy/platform/errors';
import type { OpenFile } from './open-file.ts';
import { RowBuffer } from './row-buffer.ts';

/**
 * One row of a data file: its number from 1 (lines, or places in the list) and its JSON text, not yet parsed; null
 * when the row is larger than the limit, so that it was not kept.
 */
export interface RawRow {
  readonly number: number;
  readonly text: string | null;
}

/** The rows of a file, and what stood before the first one (license, date). */
export interface RowSource {
  readonly header: string;
  readonly rows: AsyncIterable<RawRow>;
}

const PEEK_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

/**
 * Reads the rows of a dataset one by one, holding only one in memory: the objects in the list of a JSON document
 * (minified or not), or the lines of a JSON Lines file after its first line, which is about the file itself.
 *
 * @throws AppError `invalid_input` when the content is neither, and while reading when it ends too early.
 */
export async function readRows(file: OpenFile, rowMaxBytes: number): Promise<RowSource> {
  const chunks = file.content[Symbol.asyncIterator]();
  const head = await peek(chunks);
  const firstLine = head.subarray(0, endOfLine(head)).toString('utf8').trim();
  if (!firstLine.startsWith('{')) {
    throw invalidInput(
      `${file.name} is no anime-offline-database file: it does not begin with a JSON object.`,
    );
  }
  const content = { name: file.name, rowMaxBytes, chunks: rejoin(head, chunks) };
  const first = parseObject(firstLine);
  if (first !== null && !('data' in first)) {
    // Somebody may have taken the line about the file away: then the first line is a row like the others.
    const skip = 'sources' in first ? 0 : 1;
    return { header: skip === 0 ? '' : firstLine, rows: lineRows(content, skip) };
  }
  const opening = head.indexOf('[');
  return {
    header: head.subarray(0, Math.max(opening, 0)).toString('utf8'),
    rows: listRows(content),
  };
}

interface Content {
  readonly name: string;
  readonly rowMaxBytes: number;
  readonly chunks: AsyncIterable<Buffer>;
}

async function* lineRows(
  { name, rowMaxBytes, chunks }: Content,
  skippedLines: number,
): AsyncGenerator<RawRow> {
  const row = new RowBuffer(rowMaxBytes);
  let number = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      row.add(chunk.subarray(from, end));
      from = end + 1;
      number += 1;
      const text = row.take();
      if (number > skippedLines && text?.trim() !== '') yield { number, text };
    }
    row.add(chunk.subarray(from));
  }
  const last = row.take();
  if (last?.trim() === '') return;
  if (last !== null && parseObject(last) === null) throw cutOff(name, number);
  if (number >= skippedLines) yield { number: number + 1, text: last };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
/** The root object is at depth 0, its list at 1, the rows in that at 2. */
const ROW_DEPTH = 2;

/** Where the scan of a JSON document stands. Bytes suffice: JSON's structure is ASCII, which UTF-8 keeps apart. */
interface Scan {
  depth: number;
  inString: boolean;
  escaped: boolean;
}

async function* listRows({ name, rowMaxBytes, chunks }: Content): AsyncGenerator<RawRow> {
  const scan: Scan = { depth: 0, inString: false, escaped: false };
  const row = new RowBuffer(rowMaxBytes);
  let inRow = false;
  let number = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const before = scan.depth;
      step(scan, chunk[at]);
      if (before === ROW_DEPTH && scan.depth > before) {
        inRow = true;
        from = at;
      } else if (scan.depth === ROW_DEPTH && before > scan.depth && inRow) {
        inRow = false;
        number += 1;
        row.add(chunk.subarray(from, at + 1));
        yield { number, text: row.take() };
      }
    }
    if (inRow) row.add(chunk.subarray(from));
  }
  if (scan.depth > 0 || scan.inString) throw cutOff(name, number);
}

function step(scan: Scan, byte: number | undefined): void {
  if (scan.inString) {
    if (scan.escaped) scan.escaped = false;
    else if (byte === BACKSLASH) scan.escaped = true;
    else if (byte === QUOTE) scan.inString = false;
  } else if (byte === QUOTE) {
    scan.inString = true;
  } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
    scan.depth += 1;
  } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
    scan.depth -= 1;
  }
}

async function peek(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  while (bytes < PEEK_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    bytes += next.value.length;
  }
  return Buffer.concat(parts);
}

async function* rejoin(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

function endOfLine(bytes: Buffer): number {
  const end = bytes.indexOf(NEWLINE);
  return end === -1 ? bytes.length : end;
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function cutOff(name: string, afterRow: number): Error {
  return invalidInput(
    `${name} ends too early, after row ${afterRow}: it was cut off. Fetch it again; rows that are in already will not change.`,
  );
}
