import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a variable is written in capitals');
const port = z.strictObject({ variable, default: z.int().min(1).max(65_535) });
/** A path from the repository root. */
const path = z.string().regex(/^[^/.]/, 'a path starts at the repository root');

/** Connections that one process may hold at most: a pool, whose size a variable sets, and others besides. */
const connections = z.strictObject({
  pool: z.strictObject({ variable, default: z.int().min(1) }),
  besides: z.int().min(0),
});

/** A short command of ours: a script and its arguments. */
const command = z.strictObject({ entry: path, args: z.array(z.string()) });

/**
 * What the starter must know about a product. `products/<name>/product.ts` exports it as `manifest`: plain data,
 * so that a product needs nothing from tooling. Paths start at the repository root.
 */
const productSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  /** One sentence for the list of choices. */
  description: z.string().min(1),
  /** `web` is the public address. API process i listens on `api` + i. */
  ports: z.strictObject({ web: port, api: port }),
  database: z.strictObject({
    /** Where the processes find the database, as the application role. Unset: the embedded server is used. */
    variable,
    /** Where migrations connect, as the owner. */
    ownerVariable: variable,
  }),
  /** The variable that tells the web process where the API processes are: addresses parted by commas. */
  apiUrlsVariable: variable,
  connections: z.strictObject({ api: connections }),
  /** The processes that work off the product's jobs. Process i listens on `port` + i, for health and metrics only. */
  worker: z
    .strictObject({
      entry: path,
      port,
      connections,
      /** The variable that tells the workers where people reach the site. */
      originVariable: variable,
    })
    .optional(),
  /** Applied in this order, by the starter in demo mode. */
  migrationSources: z.array(
    z.strictObject({ owner: z.string().min(1), folder: z.union([z.instanceof(URL), z.string()]) }),
  ),
  /** What the processes need and a person trying things out need not think of: generated once per data directory. */
  secrets: z.array(z.strictObject({ variable, kind: z.literal('key ring') })),
  entries: z.strictObject({ api: path, web: path }),
  /** How the site is built. It is built again when the content of an input changed. */
  build: z
    .strictObject({
      command,
      /** Folder the command runs in. */
      folder: path,
      /** What the build leaves, and where the stamp lies. */
      output: path,
      /** Files and folders whose content decides. */
      inputs: z.array(path).min(1),
    })
    .optional(),
  /** Runs after the migrations, each time; must be quick when there is nothing to do. */
  afterMigrate: z.strictObject({ title: z.string().min(1), command }).optional(),
  /**
   * Makes accounts to try things out with and keeps their log-ins in `file` of the data directory: a list of title, email
   * and password, printed when everything runs. Runs until the file is there, on the embedded database only.
   */
  demoLogIns: z
    .strictObject({ title: z.string().min(1), command, file: z.string().regex(/^[\w-]+\.json$/) })
    .optional(),
  /** Shown when everything runs: pages below the site's address, and commands to try next. */
  pages: z.array(z.strictObject({ title: z.string(), path: z.string().startsWith('/') })),
  nextSteps: z.array(z.strictObject({ title: z.string(), command: z.string() })),
});

/** A product, as the starter sees it. */
export type Product = z.infer<typeof productSchema>;

/** What a product's own command is. */
export type Command = z.infer<typeof command>;

/**
 * Finds the products below `<root>/products`, ordered by name.
 *
 * @throws Error naming the file when a manifest does not have the form it must have.
 */
export async function findProducts(root: string): Promise<readonly Product[]> {
  const folder = join(root, 'products');
  const names = readdirSync(folder).sort();
  const files = names.map((name) => join(folder, name, 'product.ts')).filter((file) => existsSync(file));
  return Promise.all(files.map(readManifest));
}

async function readManifest(file: string): Promise<Product> {
  const module: { manifest?: unknown } = await import(pathToFileURL(file).href);
  const parsed = productSchema.safeParse(module.manifest);
  if (!parsed.success) {
    throw new Error(`${file} does not export a usable manifest:\n${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}
