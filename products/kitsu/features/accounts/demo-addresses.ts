/** Addresses of accounts that are only there to try things out with. The ending is nobody's (RFC 6761). */
export const DEMO_DOMAIN = 'demo.test';

/** Whether an address is one of those. In production nobody signs in with it. */
export function isDemoAddress(emailKey: string): boolean {
  return emailKey.endsWith(`@${DEMO_DOMAIN}`);
}
