import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MigrationError } from './migration-error.ts';

/** A folder of migrations and who owns them: a platform concern or a product. */
export interface MigrationSource {
  /** Stands in the ledger; a change of name would apply everything again. */
  readonly owner: string;
  readonly folder: URL | string;
}

/** One migration as it stands in its folder. */
export interface MigrationFile {
  readonly owner: string;
  readonly number: number;
  /** The file's name without its extension, such as `0001-create-titles`. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, line ends as LF, in hex. */
  readonly checksum: string;
}

const FILE_NAME = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)+\.sql$/;

/**
 * Reads the migrations of all sources, in the order in which they are applied: source by source, number by number.
 *
 * @throws MigrationError for a file that is not called `NNNN-verb-noun.sql`, a number given twice and a hole.
 */
export async function readMigrationFiles(sources: readonly MigrationSource[]): Promise<MigrationFile[]> {
  const owners = sources.map((source) => source.owner);
  const twice = owners.find((owner, index) => owners.indexOf(owner) !== index);
  if (twice !== undefined)
    throw new MigrationError(`Two migration folders belong to "${twice}"; an owner has one.`);
  const read = await Promise.all(sources.map(readSource));
  return read.flat();
}

async function readSource(source: MigrationSource): Promise<MigrationFile[]> {
  const folder = source.folder instanceof URL ? fileURLToPath(source.folder) : source.folder;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files = await Promise.all(names.map((name) => readOne(source.owner, folder, name)));
  for (const [index, file] of files.entries()) {
    if (file.number === index + 1) continue;
    throw new MigrationError(
      `${source.owner}/${file.name}.sql stands where number ${String(index + 1).padStart(4, '0')} should: migrations are numbered from 0001 without holes, each number once.`,
    );
  }
  return files;
}

async function readOne(owner: string, folder: string, fileName: string): Promise<MigrationFile> {
  const match = FILE_NAME.exec(fileName);
  if (match === null) {
    throw new MigrationError(
      `${owner}/${fileName} is not called NNNN-verb-noun.sql, such as 0001-create-titles.sql.`,
    );
  }
  const text = (await readFile(path.join(folder, fileName), 'utf8')).replaceAll('\r\n', '\n');
  return {
    owner,
    number: Number(match[1]),
    name: fileName.slice(0, -'.sql'.length),
    text,
    checksum: createHash('sha256').update(text).digest('hex'),
  };
}
