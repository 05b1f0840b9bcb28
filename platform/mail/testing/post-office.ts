import { sql } from 'kysely';
import { startWorker } from '../../jobs/index.ts';
import type { MigrationSource } from '../../postgres/index.ts';
import { createLogger, createMetrics } from '../../telemetry/index.ts';
import { testDatabase } from '../../testing/index.ts';
import type { Carrier } from '../carrier.ts';
import type { MailBrand, MailColours } from '../content.ts';
import { type ComposeMail, mailJobs } from '../jobs.ts';

const SOURCES: readonly MigrationSource[] = [
  { owner: 'jobs', folder: new URL('../../jobs/migrations/', import.meta.url) },
  { owner: 'mail', folder: new URL('../migrations/', import.meta.url) },
];
const colour = '#123456';
const COLOURS: MailColours = {
  ground: colour,
  card: colour,
  line: colour,
  ink: colour,
  soft: colour,
  mute: colour,
  accent: colour,
  button: colour,
  onButton: colour,
};
/** Who writes in these tests. */
export const BRAND: MailBrand = {
  name: 'Harbour',
  origin: 'https://harbour.example.org',
  light: COLOURS,
  dark: COLOURS,
};

/** A queue with a worker that sends mails through the given carrier. */
export async function postOffice(carrier: Carrier, compose: ComposeMail) {
  const { db, url, close } = await testDatabase<unknown>({ sources: [...SOURCES] });
  const from = { name: 'Harbour', address: 'no-reply@harbour.example.org' };
  const worker = await startWorker({
    url,
    db,
    name: 'post-office',
    handlers: mailJobs({ db, compose, brand: BRAND, from, carrier }),
    slots: 2,
    leaseMs: 10_000,
    retention: { keepDays: 1, keepDeadDays: 1 },
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', processMetrics: false }),
    drainMs: 100,
  });
  return {
    db,
    /** Jobs that wait to be tried again are tried now. */
    hurry: () =>
      sql`update jobs.unfinished set run_at = clock_timestamp() where worker_id is null`.execute(db),
    close: async () => {
      await worker.close();
      await carrier.close();
      await close();
    },
  };
}
