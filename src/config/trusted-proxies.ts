import { isIP } from 'node:net';
import { VariableFault } from './variable-fault.js';

/** Names that Fastify knows for whole networks. */
const NAMED_NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/**
 * Reads a comma-separated list of addresses and networks.
 * @throws VariableFault
 */
export function parseTrustedProxies(text: string): readonly string[] {
  const proxies = text
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '');
  const wrong = proxies.find((proxy) => !NAMED_NETWORKS.has(proxy) && !isAddressOrNetwork(proxy));
  if (wrong === undefined) return proxies;
  throw new VariableFault(`TRUST_PROXY holds '${wrong}': write addresses or networks, like 10.0.0.1 or 10.0.0.0/8.`);
}

/** A network that has no bits fixed would believe everybody, so it is refused. */
function isAddressOrNetwork(proxy: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(proxy) ?? [];
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return most > 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= most));
}
