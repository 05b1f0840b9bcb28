import { examineTrail } from '@seaworthy/platform/audit-trail';
import { conflict } from '@seaworthy/platform/errors';
import { listJobs } from '@seaworthy/platform/jobs';
import { countLimits } from '@seaworthy/platform/limits';
import { type Db, pendingMigrations } from '@seaworthy/platform/postgres';
import { manifest } from '../product.ts';
import { withCatalogue } from './catalogue-database.ts';
import type { Command, CommandInput } from './command.ts';

/** Sealing takes seconds while a worker runs. */
const SEALED_WITHIN_S = 60;
const DEAD_LISTED_MAX = 100;

/** What one look came to; without a remedy all is well. */
interface Finding {
  readonly what: string;
  readonly remedy?: string;
}

type Look = (db: Db<unknown>, input: CommandInput) => Promise<Finding>;

/**
 * Looks at what an installation needs to be in good order, and says what to do where it is not.
 *
 * @throws AppError `conflict` with all of it when something is not in order.
 */
export const doctorCommand: Command = (input) =>
  withCatalogue(input.location, async (db) => {
    const findings: Finding[] = [];
    for (const look of LOOKS) {
      const finding = await look(db.db, input);
      findings.push(finding);
      // Without its tables nothing further can be looked at.
      if (look === schema && finding.remedy !== undefined) break;
    }
    const text = findings
      .map(({ what, remedy }) => (remedy === undefined ? `ok     ${what}` : `WRONG  ${what} ${remedy}`))
      .join('\n');
    if (findings.some(({ remedy }) => remedy !== undefined)) throw conflict(text);
    return text;
  });

const schema: Look = async (db) => {
  const pending = await pendingMigrations(db, manifest.migrationSources);
  return pending.length === 0
    ? { what: 'The database has every migration.' }
    : { what: `The database lacks ${pending.length} migrations.`, remedy: 'Run: npm run kitsu -- migrate' };
};

const trailRights: Look = async (db) => {
  const { isProtected } = await examineTrail(db);
  return isProtected
    ? { what: 'The application can add to the audit trail and not change it.' }
    : {
        what: 'The application owns the audit trail, or may change it.',
        remedy:
          'Give it a role of its own in KITSU_DATABASE_URL, name the owner in KITSU_OWNER_DATABASE_URL, and run: npm run kitsu -- migrate',
      };
};

const trailSealing: Look = async (db) => {
  const { unsealedCount, unsealedForS } = await examineTrail(db);
  return unsealedForS < SEALED_WITHIN_S
    ? { what: 'The audit trail is sealed up to the last minute.' }
    : {
        what: `${unsealedCount} entries of the audit trail wait for their seal, one for ${Math.round(unsealedForS)} s.`,
        remedy: 'Start a worker, or look at: npm run kitsu -- jobs list --task audit.seal',
      };
};

const limits: Look = async (db) => ({
  what: `Limits are counted; ${await countLimits(db)} counts are kept.`,
});

const deadLetters: Look = async (db) => {
  const { length } = await listJobs(db, { state: 'dead', countMax: DEAD_LISTED_MAX });
  return length === 0
    ? { what: 'No job failed for good.' }
    : {
        what: `${length === DEAD_LISTED_MAX ? `${length} or more` : length} jobs failed for good.`,
        remedy: 'Look at them: npm run kitsu -- jobs list --state dead',
      };
};

const LOOKS: readonly Look[] = [schema, trailRights, trailSealing, limits, deadLetters];
