import type { MigrationSource } from '../../postgres/index.ts';

/** The queue, as a product names it among its migrations. */
export const jobsMigrations: MigrationSource = {
  owner: 'jobs',
  folder: new URL('../migrations/', import.meta.url),
};

/** What the jobs of the tests write into. */
export const effectsMigrations: MigrationSource = {
  owner: 'jobs-tests',
  folder: new URL('./migrations/', import.meta.url),
};
