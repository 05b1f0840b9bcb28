import pg from 'pg';
import { MigrationError } from './migration-error.ts';

/**
 * Gives the application role what it needs and no more: use of the schemas, reading and writing of rows, sequences.
 * It creates and alters nothing.
 *
 * The rights come as default privileges *before* the first file runs, so every object gets them as it is created and
 * a migration may take some of them back (an append-only table revokes update and delete). Objects that exist
 * already when a role appears for the first time are granted once.
 */
export async function prepareAppRole(client: pg.ClientBase, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  const found = await client.query<{ known: boolean; present: boolean; self: boolean }>(
    `select exists(select from pg_roles where rolname = $1) as present, current_user = $1 as self,
       exists(select from pg_default_acl d, aclexplode(d.defaclacl) a, pg_roles r
              where r.rolname = $1 and a.grantee = r.oid and d.defaclrole = current_user::regrole) as known`,
    [appRole],
  );
  const { present, self, known } = found.rows[0] ?? { present: false, self: false, known: false };
  if (!present) {
    throw new MigrationError(
      `The application role "${appRole}" does not exist. Create it first: CREATE ROLE ${role} LOGIN.`,
    );
  }
  if (self || known) return;
  await client.query(`
    alter default privileges grant usage on schemas to ${role};
    alter default privileges grant select, insert, update, delete on tables to ${role};
    alter default privileges grant usage, select, update on sequences to ${role};
  `);
  const schemas = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace
     where nspowner = current_user::regrole or (nspname = 'public' and has_schema_privilege(oid, 'create'))`,
  );
  for (const { name } of schemas.rows) {
    const schema = pg.escapeIdentifier(name);
    await client.query(`
      grant usage on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      grant usage, select, update on all sequences in schema ${schema} to ${role};
    `);
  }
}

/** The ledger is read by everybody (readiness compares it with the files) and written by the owner alone. */
export async function protectLedger(client: pg.ClientBase, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  await client.query(`
    grant usage on schema seaworthy to ${role};
    grant select on seaworthy.migrations to ${role};
    revoke insert, update, delete on seaworthy.migrations from ${role};
  `);
}
