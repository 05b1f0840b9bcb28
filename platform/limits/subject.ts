import { isIPv6 } from 'node:net';

/** Bits of an IPv6 address that name a site; whoever has one of its addresses has them all (RFC 6177). */
const SITE_GROUPS = 4;

/**
 * Whom an address stands for: an IPv4 address for itself, also where it is written as IPv6, any other IPv6 address for its
 * /64.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%', 1)[0] ?? address;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = withoutDots(plain.toLowerCase()).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${groups
    .slice(0, SITE_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** The last four bytes of an IPv6 address may be written as an IPv4 address. */
function withoutDots(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}
