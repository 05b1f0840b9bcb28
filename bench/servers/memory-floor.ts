import { fastify } from 'fastify';

/** Bare Fastify: the bodies from memory, one header, nothing else. No server of ours can be quicker. */
export async function serveMemory(
  bodies: readonly (readonly [path: string, body: string, encoding?: 'utf8' | 'base64'])[],
): Promise<string> {
  const byPath = new Map(bodies.map(([path, body, encoding]) => [path, Buffer.from(body, encoding)]));
  const app = fastify();
  app.get('/*', (request, reply) => {
    const body = byPath.get(request.url);
    if (body === undefined) return reply.code(404).send();
    return reply.header('content-type', 'application/json; charset=utf-8').send(body);
  });
  return app.listen({ host: '127.0.0.1', port: 0 });
}
