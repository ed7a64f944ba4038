import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from './special-addresses.js';

const SPECIAL = `
  0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
  172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
  224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 192.31.196.1 192.52.193.1 192.175.48.1 168.63.129.16 :: ::1
  ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1
  100::1 2001::1 2001:2::1 2001:db8::1 2001:10::1 2001:20::1 2002:7f00:1::1 2002:808:808::1 3fff::1 4000::1 5f00::1
  fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
`
  .trim()
  .split(/\s+/);

describe('which addresses are the Internet (attack A30)', () => {
  it.each(SPECIAL)('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
      expect(isLoopbackAddress(address)).toBe(false);
    },
  );

  it('knows this machine, but not in another form', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1'].map(isLoopbackAddress)).toEqual([true, true, true]);
    expect(['::ffff:127.0.0.1', '10.0.0.1', '0.0.0.0', '::', 'localhost'].some(isLoopbackAddress)).toBe(false);
  });
});
