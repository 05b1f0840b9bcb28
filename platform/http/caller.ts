import type { FastifyRequest } from 'fastify';
import type { Credential } from '../identity/index.ts';

/** From where a request comes, and what it carries to say who sent it. */
export type Caller = {
  /** The client's own address, told by our proxies only. */
  readonly address: string;
  readonly userAgent: string | undefined;
  /** A bearer token before a session cookie: who states one means it. */
  readonly credential: Credential | undefined;
  /** The value of a cookie of this name, the first when a client sends several. */
  cookie(name: string): string | undefined;
};

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/** Reads the caller of a request. Without the name of a session cookie no cookie is a credential. */
export function callerOf(request: FastifyRequest, sessionCookie: string | undefined): Caller {
  const { authorization, cookie: header = '' } = request.headers;
  const cookie = (name: string) => cookieValue(header, name);
  const bearer = BEARER.exec(authorization ?? '')?.[1];
  const session = sessionCookie === undefined ? undefined : cookie(sessionCookie);
  const credential: Credential | undefined =
    bearer !== undefined
      ? { kind: 'bearer', token: bearer }
      : session !== undefined && session !== ''
        ? { kind: 'cookie', token: session }
        : undefined;
  return { address: request.ip, userAgent: request.headers['user-agent'], credential, cookie };
}

function cookieValue(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
