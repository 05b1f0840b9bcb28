import { resolve } from 'node:path';
import {
  type AnySetting,
  type Environment,
  readSettings,
  type Setting,
  setting,
} from '@seaworthy/platform/config';
import { z } from 'zod';
import type { Product } from './manifest.ts';

/** Where one product of this start lives. */
export interface ProductSettings {
  readonly webPort: number;
  /** Port of API process 0. */
  readonly apiPort: number;
  /** Database connections that one API process may hold. */
  readonly apiConnections: number;
  /** Port of worker process 0, and the connections one worker may hold; undefined for a product without workers. */
  readonly worker: { readonly port: number; readonly connections: number } | undefined;
  /** The external database, when one was named. */
  readonly external: { readonly appUrl: string; readonly ownerUrl: string } | undefined;
}

/** The settings of one start. */
export interface StartSettings {
  /** Absolute. */
  readonly dataDir: string;
  readonly products: ReadonlyMap<string, ProductSettings>;
}

const dataDirSetting = setting({
  variable: 'SEAWORTHY_DATA_DIR',
  schema: z.string().trim().min(1),
  description: 'Folder for everything that npm start keeps: the embedded database, logs.',
  example: '/var/lib/seaworthy',
  default: '.data',
});

/**
 * Reads the settings of all products at once. A relative data directory starts at `root`.
 *
 * @throws SettingsError with every problem.
 */
export function readStartSettings(
  root: string,
  products: readonly Product[],
  env: Environment,
): StartSettings {
  const declared: Record<string, AnySetting> = { dataDir: dataDirSetting };
  for (const product of products) Object.assign(declared, declare(product));
  const values: Readonly<Record<string, unknown>> = readSettings(declared, { env });
  return {
    dataDir: resolve(root, String(values.dataDir)),
    products: new Map(products.map((product) => [product.name, collect(product, values)])),
  };
}

/** The settings of a product that is being started. */
export function settingsOf(settings: StartSettings, product: Product): ProductSettings {
  const own = settings.products.get(product.name);
  if (own === undefined) throw new Error(`The settings of ${product.name} were not read.`);
  return own;
}

function declare(product: Product): Record<string, AnySetting> {
  const { name, title, ports, database, connections, worker } = product;
  return {
    ...(worker && {
      [`${name}.workerPort`]: setting({
        ...portSetting(
          worker.port.variable,
          worker.port.default,
          `Port of the first worker of ${title}; worker i listens on this plus i.`,
        ),
        schema: portSchema.optional(),
        default: undefined,
      }),
      [`${name}.workerPool`]: poolSetting(worker.connections.pool, `one worker of ${title}`),
    }),
    [`${name}.webPort`]: portSetting(ports.web.variable, ports.web.default, `Port of ${title}.`),
    [`${name}.apiPort`]: portSetting(
      ports.api.variable,
      ports.api.default,
      `Port of the first API process of ${title}; process i listens on this plus i.`,
    ),
    [`${name}.pool`]: poolSetting(connections.api.pool, `one API process of ${title}`),
    [`${name}.appUrl`]: databaseSetting(database.variable, `Database of ${title}, as the application role.`),
    [`${name}.ownerUrl`]: databaseSetting(database.ownerVariable, `The same database, as its owner.`),
  };
}

function poolSetting(pool: { variable: string; default: number }, ofWhat: string): Setting<number> {
  return setting({
    variable: pool.variable,
    schema: z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be at least 1'),
    description: `Database connections of ${ofWhat}.`,
    example: String(pool.default),
    default: String(pool.default),
  });
}

const portSchema = z
  .string()
  .regex(/^\d+$/)
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535)
  .or(z.never('must be a port: a whole number from 1 to 65535'));

function portSetting(variable: string, fallback: number, description: string): Setting<number> {
  return setting({
    variable,
    schema: portSchema,
    description,
    example: String(fallback),
    default: String(fallback),
  });
}

function databaseSetting(variable: string, description: string): Setting<string | undefined> {
  return setting({
    variable,
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    description,
    example: 'postgres://user:password@localhost:5432/kitsu',
    secret: true,
  });
}

function collect(product: Product, values: Readonly<Record<string, unknown>>): ProductSettings {
  const of = (key: string): unknown => values[`${product.name}.${key}`];
  const appUrl = of('appUrl');
  const ownerUrl = of('ownerUrl') ?? appUrl;
  return {
    webPort: Number(of('webPort')),
    apiPort: Number(of('apiPort')),
    apiConnections: Number(of('pool')) + product.connections.api.besides,
    worker: product.worker && {
      // Whoever moves the API moves the workers with it, unless told otherwise.
      port: Number(
        of('workerPort') ?? Number(of('apiPort')) + product.worker.port.default - product.ports.api.default,
      ),
      connections: Number(of('workerPool')) + product.worker.connections.besides,
    },
    external: appUrl === undefined ? undefined : { appUrl: String(appUrl), ownerUrl: String(ownerUrl) },
  };
}
