import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EmbeddedPostgres } from '@seaworthy/platform/postgres';
import { openCatalogue } from '../catalogue/open-catalogue.ts';
import { runImport } from '../report/import.ts';

/** A catalogue that holds the dataset. */
export interface ImportedCatalogue {
  readonly name: string;
  readonly databaseUrl: string;
}

/** The files to import. */
export interface ImportedFiles {
  readonly dataset: string;
  readonly stats: string | undefined;
}

/**
 * The dataset as two catalogues on one server: the titles alone, and, given statistics, with how well known they are. What an
 * earlier run left in `folder` is taken as it is unless the files have changed; migrations are run in any case.
 */
export async function keptCatalogues(
  server: EmbeddedPostgres,
  folder: string,
  { dataset, stats }: ImportedFiles,
  log: (line: string) => void,
): Promise<ImportedCatalogue[]> {
  const wanted = [
    { name: 'titles alone', database: 'quality_titles', files: [['dataset', dataset]] as const },
    ...(stats === undefined
      ? []
      : [
          {
            name: 'with statistics',
            database: 'quality_stats',
            files: [
              ['dataset', dataset],
              ['stats', stats],
            ] as const,
          },
        ]),
  ];
  const catalogues: ImportedCatalogue[] = [];
  for (const { name, database, files } of wanted) {
    const { appUrl: databaseUrl, settle } = await openCatalogue(server, database);
    const mark = path.join(folder, `${database}.imported`);
    const content = await digestOf(files.map(([, file]) => file));
    if ((await readFile(mark, 'utf8').catch(() => '')) !== content) {
      log(`import: ${name}`);
      for (const [kind, file] of files) await runImport(kind, { file, databaseUrl });
      await settle();
      await writeFile(mark, content);
    }
    catalogues.push({ name, databaseUrl });
  }
  return catalogues;
}

async function digestOf(files: readonly string[]): Promise<string> {
  const digest = createHash('sha256');
  for (const file of files) digest.update(await readFile(file));
  return digest.digest('hex');
}
