import { randomBytes } from 'node:crypto';

const NONCE_BYTES = 16;

/** A number used once, for one answer: 128 random bits. */
export function createNonce(): string {
  return randomBytes(NONCE_BYTES).toString('base64');
}

/**
 * What a page may do: load from its own origin, run the scripts that carry this answer's nonce (and what those load), sit in
 * no frame, send forms home only. Styles may be inline: the components set them.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
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
