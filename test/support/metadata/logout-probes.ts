import { expect } from 'vitest';
import { Outbox } from '../../../src/outbox/outbox.service.js';
import type { OpenIdClientMetadata } from '../../../src/protocol/openid-client-metadata.js';
import { TestBrowser } from '../browser.js';
import { anIdToken, anOpenIdClient, logoutUrl, signedInTo } from '../logout.js';
import { startLogoutReceiver, verifiedLogoutToken } from '../logout-receiver.js';
import type { Probes, Provider } from './provider.js';

const FRAME = 'https://app.example/frontchannel';

/** What the logout specifications add. */
export const LOGOUT_PROBES: Probes = {
  end_session_endpoint: async (value, { served, browser }) => {
    expect(value).toBe(`${served.issuer}/logout`);
    expect((await browser.get('/logout')).html).toContain('id="logout-confirm"');
  },

  check_session_iframe: async (value, { served }) => {
    expect(value).toBe(`${served.issuer}/session/check`);
    const page = await new TestBrowser(served).get('/session/check');
    expect([page.status, page.header('content-security-policy')]).toEqual([
      200,
      expect.stringContaining('ancestors *'),
    ]);
  },

  frontchannel_logout_supported: async (value, provider) => {
    expect(value).toBe(true);
    expect((await done(provider, { frontchannel_logout_uri: FRAME })).html).toContain(`src="${FRAME}"`);
  },

  frontchannel_logout_session_supported: async (value, provider) => {
    expect(value).toBe(true);
    const metadata = { frontchannel_logout_uri: FRAME, frontchannel_logout_session_required: true };
    const { html, sid } = await done(provider, metadata);
    const iss = encodeURIComponent(provider.served.issuer);
    expect(html.replaceAll(/&amp;|&#x3D;/g, (entity) => (entity === '&amp;' ? '&' : '='))).toContain(
      `src="${FRAME}?iss=${iss}&sid=${sid}"`,
    );
  },

  backchannel_logout_supported: async (value, provider) => {
    expect(value).toBe(true);
    expect((await told(provider)).payload['events']).toBeTypeOf('object');
  },

  backchannel_logout_session_supported: async (value, provider) => {
    expect(value).toBe(true);
    const { payload, sid } = await told(provider);
    expect(payload['sid']).toBe(sid);
  },
};

/** The page at the end of a session that signed in to an app with these members. */
async function done({ served }: Provider, metadata: OpenIdClientMetadata) {
  const signedIn = await signedInTo(served, await anOpenIdClient(served, metadata));
  const { html } = await signedIn.browser.open(logoutUrl({ id_token_hint: await anIdToken(served, signedIn) }));
  return { html, ...signedIn };
}

/** What an app's server is told at the end of a session. */
async function told(provider: Provider) {
  const receiver = await startLogoutReceiver();
  try {
    const { sid, client } = await done(provider, { backchannel_logout_uri: receiver.uri });
    await provider.served.app.get(Outbox).drain();
    return { sid, ...(await verifiedLogoutToken(provider.served, receiver.received[0]?.token ?? '', client.clientId)) };
  } finally {
    await receiver.close();
  }
}
