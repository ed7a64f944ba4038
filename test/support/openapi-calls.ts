import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import type { ClientSecret } from '../../src/clients/client-secret.entity.js';
import { ClientSecretService } from '../../src/clients/client-secret.service.js';
import { ClientService } from '../../src/clients/client.service.js';
import { secretRef } from '../../src/clients/secret-ref.js';
import { UserImports } from '../../src/import/user-imports.service.js';
import { KeyRotation } from '../../src/keys/key-rotation.service.js';
import { Consent } from '../../src/consent/consent.entity.js';
import { AccessToken } from '../../src/token/access-token.entity.js';
import type { TestApp } from './app.js';
import { aBrowserOf, aClient, aUser } from './builders.js';
import { aBulkOperation } from './bulk.js';
import { anAddress, anInvitation } from './invitations.js';
import { noteSecret } from './leak-scan.js';
import { newestSidOf } from './logout.js';
import { aWebhook, aDelivery } from './webhooks.js';
import { anInitialToken } from './registration.js';
import { aCode, someTokens } from './tokens.js';
import { aResource, aScope } from './scopes.js';

/** A call that succeeds. */
export interface GoodCall {
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const ANY_VERSION = { 'if-match': '*' };
let made = 0;

/** Of what somebody allowed an app. */
export async function aConsentId(served: TestApp): Promise<string> {
  const { user } = await aCode(served);
  return (await served.source.getRepository(Consent).findOneByOrFail({ userId: user.id })).id;
}

/** The row of a token that somebody's app has. */
export async function anAccessToken(served: TestApp): Promise<AccessToken> {
  const { user } = await someTokens(served);
  return served.source.getRepository(AccessToken).findOneByOrFail({ userId: user.id });
}

/** An import, whole or with more to come. @returns its id */
export async function anImport({ app }: TestApp, isLast = true): Promise<string> {
  const order = { name: 'people.csv', format: 'csv', isDryRun: true } as const;
  const content = Buffer.from('username,email\nx,y\n');
  return (await app.get(UserImports).beginUpload(order, { content, isLast })).id;
}

/** A good call of every operation of the admin API, with what it needs made before. */
export const GOOD_CALLS: Readonly<Record<string, (served: TestApp) => Promise<GoodCall>>> = {
  listUsers: async () => ({ path: '/users?limit=2' }),
  getUser: async (served) => ({ path: `/users/${(await aUser(served)).id}` }),
  createUser: async () => {
    made += 1;
    const [username, email] = [`made-${made}`, `made-${made}@example.com`];
    return { path: '/users', body: { username, email, password: 'a long pass phrase of somebody', name: 'Made' } };
  },
  updateUser: async (served) => ({
    path: `/users/${(await aUser(served)).id}`,
    body: { name: 'Changed' },
    headers: ANY_VERSION,
  }),
  deleteUser: async (served) => ({ path: `/users/${(await aUser(served)).id}`, headers: ANY_VERSION }),
  listUserImports: async (served) => {
    await anImport(served);
    return { path: '/user-imports?limit=2' };
  },
  getUserImport: async (served) => ({ path: `/user-imports/${await anImport(served)}` }),
  listUserImportErrors: async (served) => ({ path: `/user-imports/${await anImport(served)}/errors` }),
  createUserImport: async () => ({
    path: '/user-imports',
    body: { name: 'people.csv', format: 'csv', data: 'username,email\n', dry_run: true },
  }),
  addUserImportPart: async (served) => ({
    path: `/user-imports/${await anImport(served, false)}/parts`,
    body: { number: 2, data: 'nobody,nobody@example.com\n', has_more: true },
  }),
  deleteUserImport: async (served) => ({ path: `/user-imports/${await anImport(served)}` }),
  listSessions: async (served) => {
    const user = await aUser(served);
    await aBrowserOf(served, user);
    return { path: `/sessions?user_id=${user.id}` };
  },
  getSession: aSession,
  endSession: aSession,
  listConsents: async (served) => {
    const { user } = await aCode(served);
    return { path: `/consents?user_id=${user.id}` };
  },
  getConsent: async (served) => ({ path: `/consents/${await aConsentId(served)}` }),
  withdrawConsent: async (served) => ({ path: `/consents/${await aConsentId(served)}` }),
  listGrants: async (served) => {
    const { client } = await aCode(served);
    return { path: `/grants?client_id=${client.clientId}` };
  },
  getGrant: async (served) => ({ path: `/grants/${(await anAccessToken(served)).grantId ?? ''}` }),
  revokeGrant: async (served) => ({ path: `/grants/${(await anAccessToken(served)).grantId ?? ''}` }),
  listTokens: async (served) => {
    const { user } = await someTokens(served);
    return { path: `/tokens?user_id=${user.id}` };
  },
  getToken: async (served) => ({ path: `/tokens/${(await anAccessToken(served)).id}` }),
  revokeToken: async (served) => ({ path: `/tokens/${(await anAccessToken(served)).id}` }),
  revokeTokens: async (served) => {
    const { user } = await someTokens(served);
    return { path: '/tokens/revoke', body: { user_id: user.id } };
  },
  listInitialAccessTokens: async (served) => {
    await anInitialToken(served);
    return { path: '/initial-access-tokens?limit=2' };
  },
  getInitialAccessToken: async (served) => ({ path: `/initial-access-tokens/${(await anInitialToken(served)).id}` }),
  createInitialAccessToken: async () => ({
    path: '/initial-access-tokens',
    body: { label: 'CI', max_uses: 5, expires_in: 3600, allowed_scopes: ['openid', 'profile'] },
  }),
  revokeInitialAccessToken: async (served) => ({ path: `/initial-access-tokens/${(await anInitialToken(served)).id}` }),
  listClients: async (served) => {
    await aClient(served);
    return { path: '/clients?limit=2&sort=name' };
  },
  getClient: async (served) => ({ path: `/clients/${(await aClient(served)).clientId}` }),
  updateClient: async (served) => ({
    path: `/clients/${(await aClient(served)).clientId}`,
    body: { is_verified: true },
    headers: ANY_VERSION,
  }),
  createClient: async () => ({
    path: '/clients',
    body: { kind: 'server', client_name: 'Made', redirect_uris: ['https://made.example/callback'] },
  }),
  listClientSecrets: async (served) => ({ path: `/clients/${(await aClient(served)).clientId}/secrets` }),
  getClientSecret: async (served) => {
    const [, old] = await twoSecretsOf(served);
    return { path: old };
  },
  createClientSecret: async (served) => ({
    path: `/clients/${(await aClient(served)).clientId}/secrets`,
    body: { overlap: 60 },
  }),
  deleteClientSecret: async (served) => {
    const [, old] = await twoSecretsOf(served);
    return { path: old };
  },
  deleteClient: async (served) => ({ path: `/clients/${(await aClient(served)).clientId}`, headers: ANY_VERSION }),
  listKeys: async () => ({ path: '/keys' }),
  rotateKeys: async () => ({ path: '/keys/rotate', body: { alg: ['ES256'] }, headers: ANY_VERSION }),
  revokeKey: async (served) => {
    const { kid } = await served.app.get(KeyRotation).rotate('ES256', { isForced: true });
    return { path: `/keys/${kid}/revoke` };
  },
  listAuditEvents: async (served) => {
    await aUser(served);
    return { path: '/audit-events?action=user.created&limit=2' };
  },
  getAuditEvent: async (served) => {
    const user = await aUser(served);
    const where = { action: 'user.created', targetId: user.id } as const;
    return { path: `/audit-events/${(await served.source.getRepository(AuditEvent).findOneByOrFail(where)).id}` };
  },
  exportConfiguration: async () => ({ path: '/configuration' }),
  planConfiguration: async () => ({
    path: '/configuration/plan',
    body: { document: 'version: 1\nsettings: { REGISTRATION: invite }\n', prune: false, secrets: {} },
  }),
  applyConfiguration: async () => {
    made += 1;
    const client = `{ client_name: Declared, kind: machine }`;
    return {
      path: '/configuration/apply',
      body: { document: `version: 1\nclients: { client_declared_${made}: ${client} }\n`, prune: false, secrets: {} },
      headers: ANY_VERSION,
    };
  },
  listSettings: async () => ({ path: '/settings' }),
  getSetting: async () => ({ path: '/settings/REGISTRATION' }),
  updateSetting: async () => ({
    path: '/settings/MAIL_FROM',
    body: { value: 'desk@example.com' },
    headers: ANY_VERSION,
  }),
  resetSetting: async () => ({ path: '/settings/MAIL_FROM', headers: ANY_VERSION }),
  resetPasswordOfUser: async (served) => ({ path: `/users/${(await aUser(served)).id}/reset-password` }),
  listInvitations: async (served) => {
    await anInvitation(served);
    return { path: '/invitations?state=pending&limit=2' };
  },
  getInvitation: async (served) => ({ path: `/invitations/${(await anInvitation(served)).invitation.id}` }),
  createInvitation: async () => ({ path: '/invitations', body: { email: anAddress(), name: 'Invited', locale: 'de' } }),
  resendInvitation: async (served) => ({ path: `/invitations/${(await anInvitation(served)).invitation.id}/resend` }),
  withdrawInvitation: async (served) => ({
    path: `/invitations/${(await anInvitation(served)).invitation.id}/withdraw`,
  }),
  getStatistics: async (served) => {
    await aBrowserOf(served, await aUser(served));
    return { path: '/statistics/sign-ins?interval=day&time_zone=Asia/Kolkata' };
  },
  getLatency: async () => ({ path: '/statistics/latency?endpoint=login&interval=hour' }),
  getTopClients: async () => ({ path: '/statistics/top-clients?by=sign-ins&limit=5' }),
  listWebhooks: async (served) => {
    await aWebhook(served);
    return { path: '/webhooks?limit=2' };
  },
  getWebhook: async (served) => ({ path: `/webhooks/${(await aWebhook(served)).webhook.id}` }),
  createWebhook: async () => ({
    path: '/webhooks',
    body: { name: 'Made', url: 'http://127.0.0.1:1025/hook', events: ['webhook.*'] },
  }),
  updateWebhook: async (served) => ({
    path: `/webhooks/${(await aWebhook(served)).webhook.id}`,
    body: { name: 'Changed', events: ['key.rotated'] },
    headers: ANY_VERSION,
  }),
  deleteWebhook: async (served) => ({
    path: `/webhooks/${(await aWebhook(served)).webhook.id}`,
    headers: ANY_VERSION,
  }),
  rotateWebhookSecret: async (served) => ({
    path: `/webhooks/${(await aWebhook(served)).webhook.id}/rotate-secret`,
    body: { overlap_seconds: 60 },
    headers: ANY_VERSION,
  }),
  testWebhook: async (served) => ({ path: `/webhooks/${(await aWebhook(served)).webhook.id}/test` }),
  listWebhookDeliveries: async (served) => {
    const { webhookId } = await aDelivery(served);
    return { path: `/webhooks/${webhookId}/deliveries?limit=2&state=dead` };
  },
  getWebhookDelivery: async (served) => {
    const { webhookId, eventId } = await aDelivery(served);
    return { path: `/webhooks/${webhookId}/deliveries/${eventId}` };
  },
  replayWebhookDelivery: async (served) => {
    const { webhookId, eventId } = await aDelivery(served);
    return { path: `/webhooks/${webhookId}/deliveries/${eventId}/replay` };
  },
  replayDeadWebhookDeliveries: async (served) => {
    const { webhookId } = await aDelivery(served);
    return { path: `/webhooks/${webhookId}/replay` };
  },
  listScopes: async (served) => {
    await aScope(served);
    return { path: '/scopes?limit=2' };
  },
  getScope: async (served) => ({ path: `/scopes/${(await aScope(served)).id}` }),
  createScope: async () => {
    made += 1;
    return { path: '/scopes', body: { name: `made:${made}`, descriptions: { en: 'Do something' } } };
  },
  updateScope: async (served) => ({
    path: `/scopes/${(await aScope(served)).id}`,
    body: { sensitivity: 'sensitive' },
    headers: ANY_VERSION,
  }),
  deleteScope: async (served) => ({ path: `/scopes/${(await aScope(served)).id}`, headers: ANY_VERSION }),
  allowScope: async (served) => ({
    path: `/scopes/${(await aScope(served)).id}/clients`,
    body: { client_id: (await aClient(served)).clientId },
  }),
  disallowScope: async (served) => ({
    path: `/scopes/${(await aScope(served)).id}/clients/${(await aClient(served)).clientId}`,
  }),
  listResources: async (served) => {
    await aResource(served);
    return { path: '/resources?limit=2' };
  },
  getResource: async (served) => ({ path: `/resources/${(await aResource(served)).id}` }),
  createResource: async () => {
    made += 1;
    return { path: '/resources', body: { identifier: `https://made-${made}.example.com`, name: 'Made' } };
  },
  updateResource: async (served) => ({
    path: `/resources/${(await aResource(served)).id}`,
    body: { name: 'Changed' },
    headers: ANY_VERSION,
  }),
  deleteResource: async (served) => ({ path: `/resources/${(await aResource(served)).id}`, headers: ANY_VERSION }),
  beginUserBulkOperation: async (served) => ({
    path: '/bulk/users',
    body: { action: 'disable', ids: [(await aUser(served)).id] },
  }),
  listUserBulkOperations: async (served) => {
    await aBulkOperation(served);
    return { path: '/bulk/users?limit=2' };
  },
  getUserBulkOperation: async (served) => ({ path: `/bulk/users/${await aBulkOperation(served)}` }),
  cancelUserBulkOperation: async (served) => ({ path: `/bulk/users/${await aBulkOperation(served)}/cancel` }),
  beginClientBulkOperation: async (served) => ({
    path: '/bulk/clients',
    body: { action: 'suspend', reason: 'Spam', ids: [(await aClient(served)).clientId] },
  }),
  listClientBulkOperations: async (served) => {
    await aBulkOperation(served, 'clients');
    return { path: '/bulk/clients?limit=2' };
  },
  getClientBulkOperation: async (served) => ({ path: `/bulk/clients/${await aBulkOperation(served, 'clients')}` }),
  cancelClientBulkOperation: async (served) => ({
    path: `/bulk/clients/${await aBulkOperation(served, 'clients')}/cancel`,
  }),
  signOutUser: async (served) => ({ path: `/users/${(await aUser(served)).id}/sign-out` }),
};

async function aSession(served: TestApp): Promise<GoodCall> {
  const user = await aUser(served);
  await aBrowserOf(served, user);
  return { path: `/sessions/${await newestSidOf(served, user)}` };
}

/** Paths of the secrets of an app that has two, the newest first. */
async function twoSecretsOf(served: TestApp): Promise<[string, string]> {
  const { clientId } = await aClient(served);
  const [clients, secrets] = [served.app.get(ClientService), served.app.get(ClientSecretService)];
  const client = async () => {
    const found = await clients.stored(clientId);
    if (found === undefined) throw new Error('the app is gone');
    return found;
  };
  noteSecret((await secrets.rotate(await client(), 60)) ?? '');
  const { secrets: live = [], clientSecretDigest } = await client();
  const isCurrent = ({ digest }: ClientSecret) => clientSecretDigest?.equals(digest) === true;
  const [current, old] = live.toSorted((a, b) => Number(isCurrent(b)) - Number(isCurrent(a)));
  if (current === undefined || old === undefined) throw new Error('there are no two secrets');
  const path = ({ digest }: ClientSecret) => `/clients/${clientId}/secrets/${secretRef(digest)}`;
  return [path(current), path(old)];
}
