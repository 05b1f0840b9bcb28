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
  const { name, title, ports, database, connections } = product;
  return {
    [`${name}.webPort`]: portSetting(ports.web.variable, ports.web.default, `Port of ${title}.`),
    [`${name}.apiPort`]: portSetting(
      ports.api.variable,
      ports.api.default,
      `Port of the first API process of ${title}; process i listens on this plus i.`,
    ),
    [`${name}.pool`]: setting({
      variable: connections.api.pool.variable,
      schema: z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be at least 1'),
      description: `Database connections of one API process of ${title}.`,
      example: String(connections.api.pool.default),
      default: String(connections.api.pool.default),
    }),
    [`${name}.appUrl`]: databaseSetting(database.variable, `Database of ${title}, as the application role.`),
    [`${name}.ownerUrl`]: databaseSetting(database.ownerVariable, `The same database, as its owner.`),
  };
}

function portSetting(variable: string, fallback: number, description: string): Setting<number> {
  return setting({
    variable,
    schema: z
      .string()
      .regex(/^\d+$/)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535)
      .or(z.never('must be a port: a whole number from 1 to 65535')),
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
    external: appUrl === undefined ? undefined : { appUrl: String(appUrl), ownerUrl: String(ownerUrl) },
  };
}
