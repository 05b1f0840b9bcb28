import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { entityTag } from '../../cache/index.ts';
import { chosenEncoding, compressed, type Encoding, isWorthCompressing } from '../compression.ts';
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
  /** Bodies by encoding. One that is worth compressing is not kept plain. */
  readonly bodies: Readonly<Partial<Record<Encoding | 'plain', Buffer>>>;
  readonly bytes: number;
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

const ungzip = promisify(gunzip);

/**
 * Makes an answer ready: scripts named by hashes in a policy of its own, compressed in both ways, tagged by its content. The
 * nonce is the one it was rendered with.
 */
export async function makePage(captured: Captured, nonce: string): Promise<KeptPage> {
  const { status, headers } = captured;
  const isHtml = String(headers['content-type'] ?? '').startsWith('text/html');
  const page = isHtml ? hashScripts(captured.body.toString(), nonce) : undefined;
  const body = page ? Buffer.from(page.body) : captured.body;
  const bodies = isWorthCompressing(headers, body)
    ? { br: await compressed('br', body), gzip: await compressed('gzip', body) }
    : { plain: body };
  return {
    status,
    headers: flat({
      ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.has(name))),
      'content-security-policy': hashedPolicy(page?.scriptHashes ?? []),
      'cache-control': CACHE_CONTROL,
      vary: varying(headers.vary),
    }),
    etag: entityTag(body),
    bodies,
    bytes: Object.values(bodies).reduce((sum, { length }) => sum + length, 0),
  };
}

/** The body for a client, and how it is encoded. A client that accepts no compression costs us the unpacking. */
export async function bodyFor(page: KeptPage, accepted: string | undefined) {
  const ready = readyBody(page, accepted);
  if (ready) return ready;
  return { body: await ungzip(page.bodies.gzip ?? Buffer.alloc(0)), encoding: undefined };
}

/** The same when nothing has to be unpacked for it. */
export function readyBody({ bodies }: KeptPage, accepted: string | undefined) {
  if (bodies.plain) return { body: bodies.plain, encoding: undefined };
  const encoding = chosenEncoding(accepted);
  const body = encoding && bodies[encoding];
  return body && { body, encoding };
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
