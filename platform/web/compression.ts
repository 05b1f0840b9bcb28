import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/** An answer on its way to the client. */
export type Compressible = { readonly headers: Record<string, string | string[]>; readonly body: Buffer };

/** The ways we compress. */
export type Encoding = 'br' | 'gzip';

const WORTH_MIN_BYTES = 1024;
const MEMORY_MAX_BYTES = 16_777_216;
const TYPES = /^(application\/(json|xml|manifest\+json)|image\/svg\+xml|text\/)/;
const BROTLI_QUALITY = { quick: 5, smallest: 11 };
const GZIP_LEVEL = { quick: 6, smallest: 9 };

const inGzip = promisify(gzip);
const inBrotli = promisify(brotliCompress);

/**
 * Makes the function that compresses text for clients that accept it (Brotli before gzip). Compressed bodies are kept by
 * entity tag in 16 MiB, so that a body asked for often is compressed once. The tag becomes weak: other bytes, the same
 * content. What is small, already encoded or no text goes as it is.
 */
export function compressor(): (accepted: string | undefined, answer: Compressible) => Promise<Compressible> {
  const known = new LRUCache<string, Buffer>({
    maxSize: MEMORY_MAX_BYTES,
    sizeCalculation: (body) => body.length,
  });
  return async (accepted, answer) => {
    const { headers, body } = answer;
    if (!isWorthCompressing(headers, body)) return answer;
    const varying = { ...headers, vary: withAcceptEncoding(headers.vary) };
    const encoding = chosenEncoding(accepted);
    if (!encoding) return { headers: varying, body };
    const etag = typeof headers.etag === 'string' ? headers.etag : undefined;
    const key = etag && `${encoding} ${etag}`;
    const packed = (key && known.get(key)) || (await compressed(encoding, body));
    if (key) known.set(key, packed);
    return {
      headers: {
        ...varying,
        'content-encoding': encoding,
        'content-length': String(packed.length),
        ...(etag && { etag: etag.startsWith('W/') ? etag : `W/${etag}` }),
      },
      body: packed,
    };
  };
}

/** The body in this encoding: at a level that pays while somebody waits, or as small as it gets. */
export function compressed(
  encoding: Encoding,
  body: Buffer,
  effort: 'quick' | 'smallest' = 'quick',
): Promise<Buffer> {
  if (encoding === 'gzip') return inGzip(body, { level: GZIP_LEVEL[effort] });
  return inBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[effort],
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** Whether compressing makes it smaller by enough: text of some length that nobody encoded or forbade to change. */
export function isWorthCompressing(headers: Readonly<Compressible['headers']>, body: Buffer): boolean {
  if (body.length < WORTH_MIN_BYTES) return false;
  const untouchable =
    headers['content-encoding'] || String(headers['cache-control'] ?? '').includes('no-transform');
  return !untouchable && TYPES.test(String(headers['content-type'] ?? ''));
}

/** The better of the encodings that an `Accept-Encoding` header takes. */
export function chosenEncoding(accepted = ''): Encoding | undefined {
  const names = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
}

function withAcceptEncoding(vary: string | string[] | undefined): string {
  const names = [vary ?? []].flat().join(', ');
  return names ? `${names}, accept-encoding` : 'accept-encoding';
}
