import pg from 'pg';
import { ensurePassword, type Passwords } from './secrets.ts';

/** How to reach a product's database: as the role that migrates, and as the role the servers run as. */
export interface ProductUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

const PRODUCT = /^[a-z][a-z0-9_]{0,40}$/;

/** The names that follow from a product's name. */
export function productNames(product: string): { database: string; owner: string; app: string } {
  const database = product.replaceAll('-', '_');
  if (!PRODUCT.test(database)) throw new Error(`A product's database cannot be named after "${product}".`);
  return { database, owner: `${database}_owner`, app: `${database}_app` };
}

/** A connection URL of the embedded server. */
export function localUrl(port: number, role: string, password: string, database: string): string {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The URLs of a product's database, or undefined when no start has made it yet. */
export function productUrls(port: number, passwords: Passwords, product: string): ProductUrls | undefined {
  const { database, owner, app } = productNames(product);
  const [ownerPassword, appPassword] = [passwords[owner], passwords[app]];
  if (ownerPassword === undefined || appPassword === undefined) return undefined;
  return {
    ownerUrl: localUrl(port, owner, ownerPassword, database),
    appUrl: localUrl(port, app, appPassword, database),
  };
}

/**
 * Makes a product's database and its two roles unless they exist. The owner role owns the database (so it may add
 * trusted extensions and change the schema); the application role may connect, and gets its rights from `migrate`.
 */
export async function ensureProductDatabase(
  dataDir: string,
  port: number,
  adminUrl: string,
  product: string,
): Promise<ProductUrls> {
  const { database, owner, app } = productNames(product);
  const passwords = {
    [owner]: await ensurePassword(dataDir, owner),
    [app]: await ensurePassword(dataDir, app),
  };
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'seaworthy-start' });
  client.on('error', () => {}); // The statement that was running fails as well.
  await client.connect();
  try {
    for (const [role, password] of Object.entries(passwords)) await ensureRole(client, role, password);
    await ensureDatabase(client, database, owner, app);
  } finally {
    await client.end();
  }
  return {
    ownerUrl: localUrl(port, owner, passwords[owner] ?? '', database),
    appUrl: localUrl(port, app, passwords[app] ?? '', database),
  };
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${pg.escapeIdentifier(role)} login nosuperuser nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
  );
}

async function ensureDatabase(
  client: pg.Client,
  database: string,
  owner: string,
  app: string,
): Promise<void> {
  const name = pg.escapeIdentifier(database);
  const found = await client.query('select from pg_database where datname = $1', [database]);
  if (found.rowCount === 0) await client.query(`create database ${name} owner ${pg.escapeIdentifier(owner)}`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${pg.escapeIdentifier(app)}`);
}
