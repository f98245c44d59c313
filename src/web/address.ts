import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The network address a request came from. What a proxy says in X-Forwarded-For counts only as far as
 * it was written by proxies of ours: read from the right, the first address that is none of theirs.
 * An address of the newer kind stands for its /64, which one customer has to themselves.
 */
export function addressOf(c: Context, trustedProxies: BlockList): string {
  return originOf(peerOf(c), c.req.header('X-Forwarded-For') ?? '', trustedProxies);
}

export function originOf(peer: string, forwardedFor: string, trusted: BlockList): string {
  const hops = [...forwardedFor.split(','), peer].map(plain).filter((hop) => isIP(hop) !== 0);
  const origin = hops.findLast((hop) => !isTrusted(hop, trusted)) ?? hops[0];
  return origin ? network(origin) : 'unknown';
}

/** Reads a list of networks, "10.0.0.0/8, 192.168.0.0/16"; null when one of them is none. */
export function readNetworks(list: string): BlockList | null {
  const networks = new BlockList();
  for (const one of list.split(',').map((part) => part.trim())) {
    if (one === '') continue;
    const [address = '', prefix] = one.split('/');
    const bits = prefix === undefined ? undefined : Number(prefix);
    const most = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0 || (bits !== undefined && !(Number.isInteger(bits) && bits >= 0 && bits <= most)))
      return null;
    networks.addSubnet(address, bits ?? most, familyOf(address));
  }
  return networks;
}

const isTrusted = (hop: string, trusted: BlockList) => trusted.check(hop, familyOf(hop));
const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Without the brackets, the zone and the ::ffff: that addresses are written with in places. */
const plain = (hop: string): string =>
  hop
    .trim()
    .replace(/^\[(.*)\].*$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');

function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = address.includes('::') ? 8 - groups.length - tail.split(':').filter(Boolean).length : 0;
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

function peerOf(c: Context): string {
  // Requests that come in without a socket are tests'.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '';
}
