import ipaddr from 'ipaddr.js';

/** IPv6 addresses of the Internet are handed out from here only; the rest is reserved (IANA IPv6 address space). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Looks public, but is answered by the machine's own network. */
const AZURE_PLATFORM = '168.63.129.16';

/**
 * Whether an address is one of the Internet: none of the special-use ranges of the IANA registries (RFC 6890 and its
 * successors), and none that wraps an IPv4 address (mapped, NAT64, 6to4, Teredo), because whoever unwraps it may reach
 * the special one inside.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address === AZURE_PLATFORM) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}

/** Whether an address is this machine, and written as such: 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback';
}
