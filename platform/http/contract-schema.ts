import { z } from 'zod';

/** A JSON Schema as plain data. */
export type JsonSchema = Record<string, unknown>;

/** Which side of the wire a contract describes: what a client sends or what it gets. */
export type ContractSide = 'input' | 'output';

/** A contract that JSON Schema cannot say in full, so that nothing could hold a client to it. */
export class ContractError extends Error {}

const SAYABLE_TYPES = new Set([
  'any',
  'array',
  'boolean',
  'default',
  'enum',
  'lazy',
  'literal',
  'null',
  'nullable',
  'number',
  'object',
  'optional',
  'readonly',
  'record',
  'string',
  'tuple',
  'union',
  'unknown',
]);

const UNSAYABLE_CHECKS: Readonly<Record<string, string>> = {
  custom: 'a refinement',
  overwrite: 'a rewrite (trim, toLowerCase, …)',
};

/**
 * The JSON Schema (draft 7) that requests are validated against and responses are serialised with. Objects on the input
 * side are closed: a field the contract does not name is a mistake of the sender.
 * Throws `ContractError` when the contract holds something JSON Schema cannot say.
 */
export function runtimeSchema(contract: z.ZodType, side: ContractSide): JsonSchema {
  return convert(contract, side, 'draft-7');
}

/** The same contract as JSON Schema 2020-12, the dialect of OpenAPI 3.1. Same errors. */
export function documentSchema(contract: z.ZodType, side: ContractSide): JsonSchema {
  return convert(contract, side, 'draft-2020-12');
}

function convert(contract: z.ZodType, side: ContractSide, target: 'draft-7' | 'draft-2020-12'): JsonSchema {
  const schema = z.toJSONSchema(contract, {
    target,
    io: side,
    // Not thrown by zod but named below, with the place.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      assertSayable(zodSchema, path.join('.'));
      if (side === 'input' && jsonSchema.properties && jsonSchema.additionalProperties === undefined) {
        jsonSchema.additionalProperties = false;
      }
      if (side === 'output' && target === 'draft-7') collapseNullable(jsonSchema);
    },
  }) as JsonSchema;
  delete schema.$schema;
  return schema;
}

function assertSayable(schema: z.core.$ZodTypes, path: string): void {
  const { def } = schema._zod;
  const where = path === '' ? 'at the top' : `at ${path}`;
  if (!SAYABLE_TYPES.has(def.type)) {
    throw new ContractError(`${where} it has a ${def.type}, which JSON Schema cannot say`);
  }
  if ('coerce' in def && def.coerce === true) {
    throw new ContractError(`${where} it coerces; query and path values are converted by the server already`);
  }
  for (const check of def.checks ?? []) {
    const unsayable = UNSAYABLE_CHECKS[check._zod.def.check];
    if (unsayable) throw new ContractError(`${where} it has ${unsayable}, which JSON Schema cannot say`);
  }
}

/** `anyOf [X, null]` costs the serialiser a validator per value; `nullable` costs a comparison. */
function collapseNullable(schema: JsonSchema): void {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length !== 2) return;
  const [first, second] = options as [JsonSchema, JsonSchema];
  if (second.type !== 'null' || typeof first.type !== 'string') return;
  delete schema.anyOf;
  Object.assign(schema, first, { nullable: true });
}
