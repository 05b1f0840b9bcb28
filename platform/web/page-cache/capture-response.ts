import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** An answer that was written into memory. */
export type Captured = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
};

/** All that a rendering may depend on: it is the key of what comes out. */
export type CanonicalRequest = {
  /** Path and query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

/** What is rendered into memory. */
type CapturedRequest = {
  readonly method?: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: Uint8Array | undefined;
};

/** Writes an answer to a request of a server, as Node hands them out. */
type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Has something rendered that no client sent, a GET unless another method is named, and returns what was written. Rejects with
 * what `render` throws, and when the answer is broken off.
 */
export async function captureResponse(asked: CapturedRequest, render: Render): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  request.method = asked.method ?? 'GET';
  request.url = asked.url;
  Object.assign(request.headers, asked.headers);
  for (const [name, value] of Object.entries(asked.headers)) {
    for (const one of [value].flat()) request.rawHeaders.push(name, one);
  }
  if (asked.body) request.push(asked.body);
  request.push(null);
  const response = new CapturedResponse(request);
  try {
    await Promise.all([finished(response), render(request, response)]);
    return response.captured();
  } catch (error) {
    response.destroy();
    throw error;
  }
}

/** Like any response, except that the bytes of its body are kept instead of sent. */
class CapturedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  #headers: Captured['headers'] = {};

  constructor(request: IncomingMessage) {
    super(request);
    this.assignSocket(new Writable({ write: (_chunk, _encoding, done) => done() }) as Socket);
    // A server says so when a response is over; whoever writes one may wait for it.
    this.once('finish', () => process.nextTick(() => this.emit('close')));
  }

  captured(): Captured {
    return { status: this.statusCode, headers: this.#headers, body: Buffer.concat(this.#chunks) };
  }

  override writeHead(status: number, ...rest: never[]): this {
    const written = super.writeHead(status, ...rest);
    const given = (typeof rest[0] === 'string' ? rest[1] : rest[0]) as Captured['headers'] | undefined;
    this.#headers = asText({ ...this.getHeaders(), ...lowerCased(given) });
    return written;
  }

  override write(chunk: string | Uint8Array, ...rest: never[]): boolean {
    this.#keep(chunk, rest[0]);
    super.write(chunk, ...rest);
    // Memory takes everything at once; a server's socket would say when it can take more.
    return true;
  }

  override end(...given: never[]): this {
    const [chunk, encoding] = given as unknown[];
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.#keep(chunk, encoding);
    return super.end(...given);
  }

  #keep(chunk: string | Uint8Array, encoding: unknown): void {
    const text = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
    // A copy: who wrote it may use its memory again.
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, text) : Buffer.from(chunk));
  }
}

function lowerCased(headers: Captured['headers'] | undefined): Captured['headers'] {
  if (headers === undefined || Array.isArray(headers)) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function asText(headers: Readonly<Record<string, string | number | string[] | undefined>>) {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) kept[name] = Array.isArray(value) ? value : String(value);
  }
  return kept;
}
