import { z } from 'zod';
import { type OpenApiOptions, openApiDocument } from './open-api.ts';
import { defineRoute, type Route } from './route.ts';

/** A public route that serves the API reference of `routes` (itself not included). */
export function openApiRoute(options: OpenApiOptions & { readonly path: string }): Route {
  const document = openApiDocument(options);
  return defineRoute({
    method: 'GET',
    path: options.path,
    operationId: 'getOpenApiDocument',
    summary: 'The API reference as an OpenAPI 3.1 document.',
    tags: ['system'],
    access: 'public',
    response: z.record(z.string(), z.unknown()),
    handle: async () => document,
  });
}
