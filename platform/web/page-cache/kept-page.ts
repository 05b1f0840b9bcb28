import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { entityTag } from '../../cache/index.ts';
import { chosenEncoding, compressed, isWorthCompressing } from '../compression.ts';
import { hashedPolicy } from '../page-policy.ts';
import type { Captured } from './capture-response.ts';
import { hashScripts } from './script-hashes.ts';

/** A rendered answer, ready to be sent to anybody. */
export type KeptPage = {
  readonly status: number;
  /** Names and values in turn, without those that depend on who asks. */
  readonly headers: readonly string[];
  /** Made from the content alone. Sent as a weak one, since the bytes differ by encoding. */
  readonly etag: string;
  /** One that is worth compressing is kept as Brotli alone, which browsers take. */
  readonly body: { readonly encoding: 'br' | 'plain'; readonly bytes: Buffer };
};

/** Not to be handed on: said anew for each answer, made anew here, or of no use from a cache. */
const OWN = new Set([
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'cache-control',
  'link',
]);

/** May be kept by the reader, must be asked for each time: an unchanged page costs a 304. */
const CACHE_CONTROL = 'no-cache';

const unpacked = promisify(brotliDecompress);

/**
 * Makes an answer ready: scripts named by hashes in a policy of its own, compressed, tagged by its content. The
 * nonce is the one it was rendered with.
 */
export async function makePage(captured: Captured, nonce: string): Promise<KeptPage> {
  const { status, headers } = captured;
  const isHtml = String(headers['content-type'] ?? '').startsWith('text/html');
  const page = isHtml ? hashScripts(captured.body.toString(), nonce) : undefined;
  const body = page ? Buffer.from(page.body) : captured.body;
  const isCompressed = isWorthCompressing(headers, body);
  return {
    status,
    headers: flat({
      ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.has(name))),
      'content-security-policy': hashedPolicy(page?.scriptHashes ?? []),
      'cache-control': CACHE_CONTROL,
      vary: varying(headers.vary),
    }),
    etag: entityTag(body),
    body: isCompressed
      ? { encoding: 'br', bytes: await compressed('br', body) }
      : { encoding: 'plain', bytes: body },
  };
}

/** The body for a client, and how it is encoded. A client that does not accept Brotli costs us the packing anew. */
export async function bodyFor(page: KeptPage, accepted: string | undefined) {
  const ready = readyBody(page, accepted);
  if (ready) return ready;
  const body = await unpacked(page.body.bytes);
  const encoding = chosenEncoding(accepted);
  return encoding ? { body: await compressed(encoding, body), encoding } : { body, encoding };
}

/** The same when nothing has to be packed or unpacked for it. */
export function readyBody({ body }: KeptPage, accepted: string | undefined) {
  if (body.encoding === 'plain') return { body: body.bytes, encoding: undefined };
  return chosenEncoding(accepted) === 'br' ? { body: body.bytes, encoding: 'br' as const } : undefined;
}

function flat(headers: Captured['headers']): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));
}

/** What the renderer says it depends on, and what we make it depend on. */
function varying(vary: string | string[] | undefined): string {
  const said = [vary ?? []].flat().join(',').toLowerCase().split(',');
  const names = new Set([...said.map((name) => name.trim()), 'cookie', 'accept-encoding']);
  return [...names].filter((name) => name !== '').join(', ');
}
