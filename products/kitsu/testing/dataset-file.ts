import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';

/** A row as the anime-offline-database writes it. The titles of tests are invented. */
export interface RowText {
  readonly sources: readonly string[];
  readonly title: string;
  readonly [field: string]: unknown;
}

/** The page of a title at MyAnimeList. */
export function malPage(id: number): string {
  return `https://myanimelist.net/anime/${id}`;
}

/** A row with an id of its own and, unless more is given, nothing but a name. */
export function row(id: number, more: Readonly<Record<string, unknown>> = {}): RowText {
  return {
    sources: [malPage(id)],
    title: `Title ${id}`,
    type: 'UNKNOWN',
    episodes: 0,
    status: 'UNKNOWN',
    animeSeason: { season: 'UNDEFINED' },
    picture: 'https://raw.githubusercontent.com/manami-project/anime-offline-database/master/pics/no_pic.png',
    thumbnail:
      'https://raw.githubusercontent.com/manami-project/anime-offline-database/master/pics/no_pic_thumbnail.png',
    synonyms: [],
    studios: [],
    producers: [],
    relatedAnime: [],
    tags: [],
    ...more,
  };
}

const HEADER = {
  license: { name: 'invented for a test', url: 'https://example.org/' },
  repository: 'https://example.org/',
  scoreRange: { minInclusive: 1.0, maxInclusive: 10.0 },
  lastUpdate: '2026-01-31',
};

/** The ways in which the dataset's files are written. */
export const WRITINGS = {
  pretty: (rows: readonly unknown[]) => JSON.stringify({ ...HEADER, data: rows }, null, 2),
  minified: (rows: readonly unknown[]) => JSON.stringify({ ...HEADER, data: rows }),
  lines: (rows: readonly unknown[]) =>
    [HEADER, ...rows].map((value) => `${JSON.stringify(value)}\n`).join(''),
} as const;

/** As the zstd command writes it, and Node does not by itself. */
const WITH_CHECKSUM = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };

/** The ways in which they are packed. */
export const PACKINGS = {
  plain: (text: string | Buffer) => Buffer.from(text),
  gz: (text: string | Buffer) => gzipSync(text),
  zst: (text: string | Buffer) => zstdCompressSync(text, WITH_CHECKSUM),
} as const;

/** A folder that is gone when the test file ends, and files in it. */
export interface Folder {
  readonly path: string;
  /** Writes a file and returns its path. */
  write(name: string, content: string | Buffer): Promise<string>;
  remove(): Promise<void>;
}

/** Makes a {@link Folder}. */
export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'kitsu-import-'));
  return {
    path,
    write: async (name, content) => {
      const file = join(path, name);
      await writeFile(file, content);
      return file;
    },
    remove: () => rm(path, { recursive: true }),
  };
}
