import * as client from 'openid-client';
import type { Settings } from './settings.ts';

/** Finds the server's endpoints and abilities (OpenID Connect Discovery), once; after a failure the next call tries again. */
export function createProvider(settings: Settings): () => Promise<client.Configuration> {
  let found: Promise<client.Configuration> | undefined;
  return () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

async function discover({ issuer, clientId, clientSecret, authMethod }: Settings): Promise<client.Configuration> {
  const authentication =
    authMethod === 'client_secret_basic'
      ? client.ClientSecretBasic(clientSecret)
      : client.ClientSecretPost(clientSecret);
  return client.discovery(issuer, clientId, undefined, authentication, {
    // Plain http is for development on one machine.
    execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
  });
}
