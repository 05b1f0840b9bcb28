import { randomBytes } from 'node:crypto';

const NONCE_BYTES = 16;

/** A number used once, for one answer: 128 random bits. */
export function createNonce(): string {
  return randomBytes(NONCE_BYTES).toString('base64');
}

/**
 * What a page made for one reader may do: load from its own origin, run the scripts that carry this answer's nonce (and what
 * those load), sit in no frame, send forms home only. Styles may be inline: the components set them.
 */
export function pagePolicy(nonce: string): string {
  return policy(`'self' 'nonce-${nonce}' 'strict-dynamic'`);
}

/**
 * The same for a page that many readers get: a nonce would be known to all of them, so its inline scripts are named by their
 * hashes. `strict-dynamic` is left out, since it would forbid the script files in the page, which carry neither; files
 * are taken from our own origin only, where nothing that a stranger wrote is served as a script.
 */
export function hashedPolicy(scriptHashes: readonly string[]): string {
  return policy(["'self'", ...scriptHashes].join(' '));
}

function policy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}
