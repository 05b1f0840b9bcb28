import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether the peer at this address is one of our own proxies, whose forwarding headers we believe. */
export type TrustedProxy = (address: string | undefined) => boolean;

/**
 * Reads addresses (`10.0.0.7`, `::1`) and ranges (`10.0.0.0/8`). Throws, naming the entry, when one is neither.
 * IPv4 addresses in their IPv6 notation count as what they are.
 */
export function trustedProxies(entries: readonly string[]): TrustedProxy {
  const list = new BlockList();
  for (const entry of entries) add(list, entry);
  return (address) => {
    if (!address) return false;
    const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
  };
}

function add(list: BlockList, entry: string): void {
  const [address = '', prefix] = entry.split('/');
  const family = isIP(address);
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const bits = prefix === undefined ? undefined : Number(prefix);
  const bitsMax = family === 4 ? 32 : 128;
  const usable =
    family !== 0 && (bits === undefined || (Number.isInteger(bits) && bits >= 0 && bits <= bitsMax));
  if (!usable) throw new Error(`"${entry}" is neither an IP address nor a range such as 10.0.0.0/8.`);
  if (bits === undefined) list.addAddress(address, type);
  else list.addSubnet(address, bits, type);
}

/** The client's own address: what the last of our proxies says of it, and nobody before that. As `request.ip` of Fastify. */
export function clientAddress(request: IncomingMessage, trusted: TrustedProxy): string {
  let address = request.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'];
  if (header === undefined || !trusted(address)) return address;
  const hops = String(header).split(',');
  while (hops.length > 0 && trusted(address)) address = hops.pop()?.trim() || address;
  return address;
}
