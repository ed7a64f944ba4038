import type { Settings } from '../../config/settings.js';
import type { Finding } from './finding.js';

/** Can others than this machine trust the issuer's address, and do we see who calls? */
export function checkIssuer({ issuer, isHttps, trustedProxies }: Settings): Finding[] {
  if (!isHttps) {
    return [
      {
        check: 'issuer',
        state: 'warn',
        detail: `${issuer} is plain http: good for development on this machine only.`,
        fix: 'Set ISSUER to the public https URL before others use this server.',
      },
    ];
  }
  const isHttpsFine: Finding = { check: 'issuer', state: 'ok', detail: `${issuer} is https.` };
  if (trustedProxies.length > 0) return [isHttpsFine];
  return [
    isHttpsFine,
    {
      check: 'proxy',
      state: 'warn',
      detail: 'No proxy is trusted, so whoever comes through the one that does https seems to have its address.',
      fix: "Set TRUST_PROXY to the proxy's address: limits for failed logins count by address.",
    },
  ];
}
