/** What decides the security headers of a server. */
export type SecurityHeaderOptions = {
  /** Announce HTTPS only, for a year with subdomains: right only where every visitor comes over TLS. Default false. */
  readonly hsts?: boolean;
};

const HSTS = 'max-age=31536000; includeSubDomains';

/** The headers that every response carries whatever it is: page, data, file, redirect or error. */
export function securityHeaders(options: SecurityHeaderOptions = {}): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // The old filter of some browsers did harm; 0 switches it off.
    'x-xss-protection': '0',
    ...(options.hsts && { 'strict-transport-security': HSTS }),
  };
}

/** Data is no page: whatever a browser makes of it, it may load and run nothing and sit in no frame. */
export const DATA_CSP = "default-src 'none'; frame-ancestors 'none'";

/** For text we serve that a browser may draw (SVG): its own inline styles, still no script. */
export const DRAWING_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
