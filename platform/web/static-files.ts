import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entityTag } from '../cache/index.ts';
import { notFound } from '../errors/index.ts';
import { alreadyHas, sendError } from '../http/index.ts';
import { chosenEncoding, compressed, type Encoding, isWorthCompressing } from './compression.ts';

/** Files of a build whose names change with their content. */
export type StaticFiles = {
  /** Where they are served, for example `/_next/static/`. */
  readonly prefix: string;
  readonly folder: string;
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file that was asked for. The whole build is a few megabytes, so what was read stays. */
type Known = {
  readonly plain: Buffer;
  readonly etag: string;
  readonly type: string;
  readonly packed: Packed;
};
type Packed = Partial<Record<Encoding, Buffer>>;

/**
 * Serves the files that are in the folder now, and nothing else: an address is looked up in their list, never in the file
 * system. They may be kept for ever. Text is sent compressed: quickly the first time, and as small as it gets from
 * the moment that this is ready.
 */
export async function serveStaticFiles(app: FastifyInstance, { prefix, folder }: StaticFiles): Promise<void> {
  const files = await filesOf(folder);
  const known = new Map<string, Promise<Known>>();
  const fileAt = (name: string) => {
    if (!files.has(name)) return undefined;
    const reading = known.get(name) ?? read(path.join(folder, name));
    known.set(name, reading);
    reading.catch(() => known.delete(name));
    return reading;
  };
  app.route({
    method: ['GET', 'HEAD'],
    url: `${prefix}*`,
    handler: async (request, reply) => {
      const name = (request.params as { '*': string })['*'];
      const file = await fileAt(name);
      if (!file) return sendError(request, reply, notFound('There is no such file.'));
      return send(request, reply, file);
    },
  });
}

async function send(request: FastifyRequest, reply: FastifyReply, file: Known): Promise<FastifyReply> {
  const { plain, type } = file;
  reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
  reply.header('etag', `W/${file.etag}`);
  if (alreadyHas(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
  const encoding = isWorthCompressing({ 'content-type': type }, plain)
    ? chosenEncoding(request.headers['accept-encoding'])
    : undefined;
  const body = encoding ? await packedBody(file, encoding) : plain;
  if (encoding) reply.header('content-encoding', encoding);
  reply.type(type).header('content-length', String(body.length));
  return reply.send(request.method === 'HEAD' ? undefined : body);
}

async function packedBody({ packed, plain }: Known, encoding: Encoding): Promise<Buffer> {
  const ready = packed[encoding];
  if (ready) return ready;
  const quick = await compressed(encoding, plain);
  if (!packed[encoding]) {
    packed[encoding] = quick;
    // A failure to make it smaller leaves what there is.
    compressed(encoding, plain, 'smallest').then(
      (smallest) => {
        packed[encoding] = smallest;
      },
      () => {},
    );
  }
  return quick;
}

async function read(file: string): Promise<Known> {
  const plain = await readFile(file);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return { plain, etag: entityTag(plain), type, packed: {} };
}

async function filesOf(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Set(names.map((name) => name.split(path.sep).join('/')));
}
