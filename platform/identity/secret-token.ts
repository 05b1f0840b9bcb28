import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: nobody guesses one, so a fast hash is enough to keep them by. */
const TOKEN_BYTES = 32;

/** What a token is for; it stands in front of it, so that people and secret scanners can tell. */
export type TokenUse = 'cookie' | 'access' | 'refresh' | 'device' | 'key';

const PREFIXES: Readonly<Record<TokenUse, string>> = {
  cookie: 'ck_',
  access: 'at_',
  refresh: 'rt_',
  device: 'dv_',
  key: 'key_',
};

/** A new secret token. It leaves the process once, to its holder; only its {@link hashToken} is kept. */
export function newToken(use: TokenUse): string {
  return tokenOf(use, randomBytes(TOKEN_BYTES));
}

/** The token of this use that these 32 bytes make. */
export function tokenOf(use: TokenUse, bytes: Buffer): string {
  return PREFIXES[use] + bytes.toString('base64url');
}

/** Whether the text looks like a token of this use. */
export function isTokenOf(use: TokenUse, text: string): boolean {
  return text.startsWith(PREFIXES[use]);
}

/** How a token is stored and found again: SHA-256. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
