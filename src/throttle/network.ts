import { isIPv4 } from 'node:net';

/**
 * The network that an address stands for when attempts are counted: one IPv4 address, or the /64 that one IPv6
 * customer gets (RFC 6177 §2); counting single IPv6 addresses would give an attacker 2^64 fresh starts.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%', 1);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(bare)) return bare;
  return `${expanded(bare).slice(0, 4).join(':')}::/64`;
}

/** The eight groups, in lower case without leading zeros. */
function expanded(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::', 2);
  const [left, right] = [groups(head), groups(tail ?? '')];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
