import { testDatabase } from '../../testing/index.ts';

/** A database with counts and nothing else. */
export function limitsDatabase() {
  return testDatabase<unknown>({
    sources: [{ owner: 'limits', folder: new URL('../migrations/', import.meta.url) }],
  });
}
