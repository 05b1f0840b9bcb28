import type { z } from 'zod';
import { ERROR_CODES } from '../errors/index.ts';
import { type ContractSide, documentSchema, type JsonSchema } from './contract-schema.ts';
import type { Route } from './route.ts';

/** What the document is made of. */
export type OpenApiOptions = {
  readonly title: string;
  readonly version: string;
  readonly routes: readonly Route[];
  /** The cookie of a browser's session, where some routes need a permission. */
  readonly sessionCookie?: string;
};

const DEFINITION = '#/$defs/';
const COMPONENT = '#/components/schemas/';

const ERROR_ENVELOPE: JsonSchema = {
  type: 'object',
  description: 'The body of every answer that is not a success.',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'requestId'],
      properties: {
        code: { type: 'string', enum: [...ERROR_CODES] },
        message: { type: 'string', description: 'A sentence for people.' },
        details: {
          description: 'For invalid_input a list of {path, message, reason}; the reason is for programs.',
        },
        requestId: { type: 'string' },
      },
    },
  },
};

/**
 * The OpenAPI 3.1 document of these routes. Contracts with an id (`.meta({id})`) become named components. Paths, components
 * and keys are sorted, so that the same routes always give the same text. Throws when one id names two different schemas.
 */
export function openApiDocument({
  title,
  version,
  routes,
  sessionCookie,
}: OpenApiOptions): Record<string, unknown> {
  const components: Record<string, JsonSchema> = { ErrorEnvelope: ERROR_ENVELOPE };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, components) };
  }
  return sortKeys({
    openapi: '3.1.0',
    info: { title, version },
    paths,
    components: {
      schemas: components,
      ...(sessionCookie !== undefined && { securitySchemes: securitySchemes(sessionCookie) }),
    },
  }) as Record<string, unknown>;
}

/** Either of them; a program states its own. */
const EITHER_CREDENTIAL = [{ bearer: [] }, { session: [] }];

function securitySchemes(sessionCookie: string): Record<string, JsonSchema> {
  return {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'An access token of a sign-in with `client: "api"`, or a personal API key.',
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: sessionCookie,
      description: 'Of a browser that signed in. What it changes has to come from a page of the site.',
    },
  };
}

function operation(route: Route, components: Record<string, JsonSchema>): Record<string, unknown> {
  const { params, query, body, response } = route.contracts;
  const schema = (contract: z.ZodType, side: ContractSide) => hoisted(route, contract, side, components);
  const parameters = [
    ...(params ? parametersOf(schema(params, 'input'), 'path') : []),
    ...(query ? parametersOf(schema(query, 'input'), 'query') : []),
  ];
  const media = route.produces.split(';', 1)[0] ?? route.produces;
  const content =
    route.status === 204 ? {} : { content: { [media]: { schema: schema(response, 'output') } } };
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [...route.tags],
    ...(route.access !== 'public' && {
      'x-permission': route.access.permission,
      security: EITHER_CREDENTIAL,
    }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schema(body, 'input') } } },
    }),
    responses: {
      [String(route.status)]: { description: 'Success.', ...content },
      default: {
        description: 'An error.',
        content: { 'application/json': { schema: { $ref: `${COMPONENT}ErrorEnvelope` } } },
      },
    },
  };
}

function parametersOf(schema: JsonSchema, where: 'path' | 'query'): Record<string, unknown>[] {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const required = new Set((schema.required ?? []) as string[]);
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: where,
    required: where === 'path' || required.has(name),
    ...(description !== undefined && { description }),
    schema: property,
  }));
}

/** Moves a schema's own definitions to the document's components and points its references there. */
function hoisted(
  route: Route,
  contract: z.ZodType,
  side: ContractSide,
  components: Record<string, JsonSchema>,
): JsonSchema {
  const { $defs, ...schema } = repointed(documentSchema(contract, side)) as JsonSchema;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
    const { id: _id, ...plain } = definition;
    const known = components[name];
    if (known && JSON.stringify(sortKeys(known)) !== JSON.stringify(sortKeys(plain))) {
      throw new Error(
        `${route.method} ${route.path}: the schema id "${name}" is also used for another schema (or the other side).`,
      );
    }
    components[name] = plain;
  }
  return schema;
}

function repointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(repointed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const reference = key === '$ref' && typeof inner === 'string' && inner.startsWith(DEFINITION);
    return [key, reference ? COMPONENT + inner.slice(DEFINITION.length) : repointed(inner)];
  });
  return Object.fromEntries(entries);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
