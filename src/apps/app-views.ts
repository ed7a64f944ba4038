import { appViewOf } from '../clients/app-view-of.js';
import type { Client } from '../clients/client.entity.js';
import type { OutboundFailure } from '../clients/outbound-failure.entity.js';
import type { ClientSecret } from '../clients/client-secret.entity.js';
import { registeredClient } from '../clients/registered-client.js';
import type { AppDetailView, SecretView } from '../pages/app/app.page.js';
import type { AppView } from '../pages/app-view.js';
import type { AppListItem } from '../pages/apps/apps.page.js';
import { usesSecret } from '../protocol/grant-types.js';
import { registeredViews } from './advanced-views.js';
import { loginButton } from './login-button.js';
import { secretRef } from '../clients/secret-ref.js';
import { snippetsFor } from './snippets/snippets.js';

/** An app in the owner's list. */
export function appListItem(client: Client): AppListItem {
  const { id, kind, clientId, createdAt, status } = client;
  return { ...appView(client), url: `/apps/${id}`, kind, clientId, createdAt, isSuspended: status === 'suspended' };
}

/** What the owner sees of an app besides its row. */
export interface AppDetails {
  readonly issuer: string;
  readonly failures: readonly OutboundFailure[];
  /** When the owner asked for it. */
  readonly stateKey?: string;
}

/** Everything that the owner sees of an app. */
export function appDetailView(client: Client, { issuer, failures, stateKey }: AppDetails): AppDetailView {
  const { id, kind, clientId, clientUri, createdAt, isVerified, redirectUris, grantTypes, scopes, status } = client;
  const url = `/apps/${id}`;
  const button = loginButton(kind, redirectUris);
  const hasSecrets = usesSecret(client.tokenEndpointAuthMethod);
  return {
    ...appView(client),
    kind,
    clientId,
    createdAt,
    isVerified,
    redirectUris,
    registered: registeredViews(client),
    isSelfRegistered: client.registeredBy === 'dynamic',
    ...(client.expiresAt === null ? {} : { unusedUntil: client.expiresAt }),
    grantTypes,
    scopes,
    ...(clientUri === null ? {} : { clientUri }),
    isSuspended: status === 'suspended',
    ...(client.suspendedReason !== null && { suspendedReason: client.suspendedReason }),
    problems: failures.map(({ purpose, url: address, message, occurredAt }) => ({
      purpose,
      url: address,
      message,
      at: occurredAt,
    })),
    needsNewSecret: hasSecrets && !canProveItself(client),
    tokenEndpointAuthMethod: client.tokenEndpointAuthMethod,
    secrets: hasSecrets ? (client.secrets ?? []).map((secret) => secretView(client, secret)) : [],
    ...(stateKey === undefined ? {} : { stateKey }),
    stateKeyUrl: `${url}/state-key`,
    editUrl: `${url}/edit`,
    ...(hasSecrets ? { rotateUrl: `${url}/rotate` } : {}),
    deleteUrl: `${url}/delete`,
    ...(button === undefined ? {} : { button }),
    snippets: appSnippets(client, issuer),
  };
}

/** Whether there is a secret of the form that the app's method needs: another method may have been chosen since. */
function canProveItself({ secrets = [], tokenEndpointAuthMethod: method }: Client): boolean {
  return secrets.some(({ sealedSecret }) => method !== 'client_secret_jwt' || sealedSecret !== null);
}

function appView(client: Client): AppView {
  return appViewOf(registeredClient(client));
}

function secretView(client: Client, { digest, hint, createdAt, expiresAt, lastUsedAt }: ClientSecret): SecretView {
  const isCurrent = client.clientSecretDigest?.equals(digest) ?? false;
  return {
    hint,
    isCurrent,
    createdAt,
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(lastUsedAt === null ? {} : { lastUsedAt }),
    ...(isCurrent ? {} : { revokeUrl: `/apps/${client.id}/secrets/${secretRef(digest)}/revoke` }),
  };
}

function appSnippets(client: Client, issuer: string) {
  const { clientId, tokenEndpointAuthMethod: authMethod, redirectUris, scopes, kind } = client;
  // Libraries derive the address of the way back from the request: one that they would write the same works best.
  const redirectUri = redirectUris.find((uri) => new URL(uri).href === uri && !uri.includes('?')) ?? redirectUris[0];
  const app = { issuer, clientId, authMethod, scope: scopes.join(' ') };
  return snippetsFor(redirectUri === undefined ? app : { ...app, redirectUri }, kind);
}
