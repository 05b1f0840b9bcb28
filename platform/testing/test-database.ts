import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import {
  type Database,
  type Db,
  type MigrationSource,
  migrate,
  openDatabase,
  readMigrationFiles,
} from '../postgres/index.ts';
import { testClusterUrl } from './cluster.ts';

/** A database of its own for one test file. */
export interface TestDatabase<Tables> {
  /** A pool as the application role: what the servers have, with the servers' rights. */
  readonly db: Db<Tables>;
  /** As the application role. */
  readonly url: string;
  /** As the role that owns the schema. */
  readonly ownerUrl: string;
  /** Drops the database, also under connections that were left open. */
  close(): Promise<void>;
}

const OWNER = 'test_owner';
const APP = 'test_app';
/** Serialises the making of roles and templates among test processes; any number that nobody else uses. */
const SET_UP_LOCK = 471_108_264;

/**
 * A fresh, migrated database: a copy (about 10 ms) of a template that is migrated once a run for every distinct set
 * of migrations. Tests of one file share it; files never share.
 */
export async function testDatabase<Tables>(options: {
  readonly sources: readonly MigrationSource[];
}): Promise<TestDatabase<Tables>> {
  const adminUrl = testClusterUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withAdmin(adminUrl, async (admin) => {
    const template = await ensureTemplate(admin, adminUrl, options.sources);
    await copyTemplate(admin, template, name);
  });
  const url = urlAs(adminUrl, APP, name);
  const opened: Database<Tables> = openDatabase<Tables>({ url, applicationName: 'test' });
  return {
    db: opened.db,
    url,
    ownerUrl: urlAs(adminUrl, OWNER, name),
    close: async () => {
      await opened.close();
      await withAdmin(adminUrl, (admin) =>
        sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin).then(() => {}),
      );
    },
  };
}

async function withAdmin<Result>(
  adminUrl: string,
  use: (admin: Db<unknown>) => Promise<Result>,
): Promise<Result> {
  const admin = openDatabase<unknown>({
    url: adminUrl,
    applicationName: 'test-set-up',
    poolMax: 1,
    poolWaitMs: 20_000,
    statementTimeoutMs: 60_000,
  });
  try {
    return await use(admin.db);
  } finally {
    await admin.close();
  }
}

async function ensureTemplate(
  admin: Db<unknown>,
  adminUrl: string,
  sources: readonly MigrationSource[],
): Promise<string> {
  const files = await readMigrationFiles(sources);
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.owner}/${file.name}/${file.checksum}\n`);
  const template = `template_${hash.digest('hex').slice(0, 24)}`;
  if (await exists(admin, template)) return template;
  await sql`select pg_advisory_lock(${SET_UP_LOCK})`.execute(admin);
  try {
    if (await exists(admin, template)) return template;
    await ensureRoles(admin, decodeURIComponent(new URL(adminUrl).password));
    // Under another name until it is whole: a run that is killed in between leaves no half template behind.
    const draft = `${template}_draft`;
    await sql`drop database if exists ${sql.id(draft)} with (force)`.execute(admin);
    await sql`create database ${sql.id(draft)} owner ${sql.id(OWNER)} strategy file_copy`.execute(admin);
    await migrate({ ownerUrl: urlAs(adminUrl, OWNER, draft), sources, appRole: APP });
    await sql`alter database ${sql.id(draft)} rename to ${sql.id(template)}`.execute(admin);
    return template;
  } finally {
    await sql`select pg_advisory_unlock(${SET_UP_LOCK})`.execute(admin);
  }
}

async function exists(admin: Db<unknown>, database: string): Promise<boolean> {
  const found = await sql`select from pg_database where datname = ${database}`.execute(admin);
  return found.rows.length > 0;
}

async function ensureRoles(admin: Db<unknown>, password: string): Promise<void> {
  for (const role of [OWNER, APP]) {
    const found = await sql`select from pg_roles where rolname = ${role}`.execute(admin);
    if (found.rows.length > 0) continue;
    await sql`create role ${sql.id(role)} login password ${sql.lit(password)}`.execute(admin);
  }
}

async function copyTemplate(admin: Db<unknown>, template: string, name: string): Promise<void> {
  await sql`create database ${sql.id(name)} template ${sql.id(template)} owner ${sql.id(OWNER)} strategy file_copy`.execute(
    admin,
  );
}

function urlAs(adminUrl: string, role: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.pathname = `/${database}`;
  return url.href;
}
