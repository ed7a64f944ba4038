import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { secretRef } from '../../src/clients/secret-ref.js';
import type { TestApp } from './app.js';
import { aBrowserOf, aClient, aUser } from './builders.js';
import { aBulkOperation } from './bulk.js';
import { anInvitation } from './invitations.js';
import { newestSidOf } from './logout.js';
import { aConsentId, anAccessToken, anImport } from './openapi-calls.js';
import { anInitialToken } from './registration.js';
import { aDelivery, aWebhook } from './webhooks.js';
import { aResource, aScope } from './scopes.js';
import { publishedKeys } from './signing-keys.js';

/** Where a page of the console is, with what it shows made before. */
type Visit = (served: TestApp) => Promise<string> | string;

const aUsersPage =
  (rest = ''): Visit =>
  async (served) => {
    const user = await aUser(served);
    await aBrowserOf(served, user);
    return `/admin/users/${user.id}${rest}`;
  };

const anAppsPage =
  (rest = ''): Visit =>
  async (served) =>
    `/admin/apps/${(await aClient(served, { client_uri: 'https://app.example/' })).clientId}${rest}`;

const aWebhooksPage =
  (rest = ''): Visit =>
  async (served) =>
    `/admin/webhooks/${(await aWebhook(served)).webhook.id}${rest}`;

/** The page of a dead delivery, or the list that it is on. */
const aDeliverysPage =
  (isList: boolean): Visit =>
  async (served) => {
    const { webhookId, eventId } = await aDelivery(served);
    return `/admin/webhooks/${webhookId}/deliveries${isList ? '?state=dead' : `/${eventId}`}`;
  };

const aScopesPage =
  (rest = ''): Visit =>
  async (served) => {
    const { id: resourceId } = await aResource(served);
    return `/admin/scopes/${(await aScope(served, { resourceId })).id}${rest}`;
  };

const aResourcesPage =
  (rest = ''): Visit =>
  async (served) => {
    const { id } = await aResource(served);
    await aScope(served, { resourceId: id });
    return `/admin/resources/${id}${rest}`;
  };

const aTokensList =
  (name: 'grants' | 'tokens'): Visit =>
  async (served) => {
    await anAccessToken(served);
    return `/admin/${name}`;
  };

/** Every page of the console, by its route, and the addresses at which it is looked at. */
export const CONSOLE_VISITS: Readonly<Record<string, readonly Visit[]>> = {
  '/admin': [() => '/admin'],
  // Whatever is done to one thing.
  '/admin/:kind/:id/:act': [
    ...['disable', 'sign-out', 'delete'].map((act) => aUsersPage(`/${act}`)),
    ...['verify', 'suspend', 'delete'].map((act) => anAppsPage(`/${act}`)),
    ...['resend', 'withdraw'].map(
      (act): Visit =>
        async (served) =>
          `/admin/invitations/${(await anInvitation(served)).invitation.id}/${act}`,
    ),
    async (served) => `/admin/consents/${await aConsentId(served)}/withdraw`,
    async (served) => `/admin/grants/${(await anAccessToken(served)).grantId ?? ''}/revoke`,
    async (served) => `/admin/tokens/${(await anAccessToken(served)).id}/revoke`,
    async (served) => `/admin/initial-access-tokens/${(await anInitialToken(served)).id}/revoke`,
    ...['disable', 'enable', 'replay', 'delete'].map((act) => aWebhooksPage(`/${act}`)),
  ],
  '/admin/users': [() => '/admin/users', () => '/admin/users?search=nobody-has-this-name'],
  '/admin/users/new': [() => '/admin/users/new'],
  '/admin/users/:id': [aUsersPage()],
  '/admin/users/:id/edit': [aUsersPage('/edit')],
  '/admin/apps': [() => '/admin/apps', () => '/admin/apps?search=nobody-has-this-name'],
  '/admin/apps/new': [() => '/admin/apps/new'],
  '/admin/apps/:id': [anAppsPage()],
  '/admin/apps/:id/edit': [anAppsPage('/edit')],
  '/admin/apps/:id/secrets/new': [anAppsPage('/secrets/new')],
  '/admin/apps/:id/secrets/:secretId/end': [
    async (served) => {
      const { clientId } = await aClient(served);
      const stored = await served.app.get(ClientService).stored(clientId);
      return `/admin/apps/${clientId}/secrets/${secretRef(stored?.clientSecretDigest ?? Buffer.alloc(0))}/end`;
    },
  ],
  '/admin/user-imports': [
    () => '/admin/user-imports',
    async (served) => {
      await anImport(served);
      return '/admin/user-imports';
    },
  ],
  '/admin/user-imports/new': [() => '/admin/user-imports/new'],
  // Of one that goes on, the page loads itself anew.
  '/admin/user-imports/:id': [async (served) => `/admin/user-imports/${await anImport(served, false)}`],
  '/admin/user-imports/:id/delete': [async (served) => `/admin/user-imports/${await anImport(served, false)}/delete`],
  '/admin/scopes': [
    async (served) => {
      const { id: resourceId } = await aResource(served);
      await aScope(served, { resourceId, sensitivity: 'sensitive', needsUser: false });
      return '/admin/scopes';
    },
    () => '/admin/scopes?is_built_in=true',
    () => '/admin/scopes?search=nobody-has-this-name',
  ],
  '/admin/scopes/new': [() => '/admin/scopes/new'],
  '/admin/scopes/:id': [aScopesPage(), () => '/admin/scopes/openid'],
  '/admin/scopes/:id/edit': [aScopesPage('/edit')],
  '/admin/scopes/:id/apps': [aScopesPage('/apps')],
  '/admin/scopes/:id/delete': [aScopesPage('/delete')],
  '/admin/resources': [() => '/admin/resources', () => '/admin/resources?search=nobody-has-this-name'],
  '/admin/resources/new': [() => '/admin/resources/new'],
  '/admin/resources/:id': [aResourcesPage()],
  '/admin/resources/:id/edit': [aResourcesPage('/edit')],
  '/admin/resources/:id/delete': [aResourcesPage('/delete')],
  '/admin/invitations': [
    async (served) => {
      await anInvitation(served);
      return '/admin/invitations';
    },
    () => '/admin/invitations?search=nobody-has-this-address',
  ],
  '/admin/invitations/new': [() => '/admin/invitations/new'],
  '/admin/bulk/:kind': [
    async (served) => {
      await aBulkOperation(served);
      return '/admin/bulk/users';
    },
    () => '/admin/bulk/clients',
  ],
  '/admin/bulk/:kind/new': [
    () => '/admin/bulk/users/new?action=delete&ids=one&ids=two',
    () => '/admin/bulk/clients/new?action=suspend&ids=one',
    () => '/admin/bulk/clients/new?action=revoke_tokens&ids=one&ids=two',
  ],
  '/admin/bulk/:kind/:id': [async (served) => `/admin/bulk/users/${await aBulkOperation(served)}`],
  '/admin/sessions': [() => '/admin/sessions'],
  '/admin/sessions/:id/end': [
    async (served) => {
      const user = await aUser(served);
      await aBrowserOf(served, user);
      return `/admin/sessions/${await newestSidOf(served, user)}/end`;
    },
  ],
  '/admin/consents': [
    () => '/admin/consents?client_id=nobody',
    async (served) => {
      await aConsentId(served);
      return '/admin/consents';
    },
  ],
  '/admin/grants': [() => '/admin/grants?client_id=nobody', aTokensList('grants')],
  '/admin/tokens': [() => '/admin/tokens?client_id=nobody', aTokensList('tokens')],
  '/admin/tokens/revoke': [() => '/admin/tokens/revoke'],
  '/admin/initial-access-tokens': [
    () => '/admin/initial-access-tokens',
    async (served) => {
      await anInitialToken(served);
      return '/admin/initial-access-tokens';
    },
  ],
  '/admin/initial-access-tokens/new': [() => '/admin/initial-access-tokens/new'],
  '/admin/keys': [() => '/admin/keys'],
  '/admin/keys/rotate': [() => '/admin/keys/rotate'],
  '/admin/keys/:kid/revoke': [
    async (served) => `/admin/keys/${(await publishedKeys(served)).keys[0]?.kid ?? ''}/revoke`,
  ],
  '/admin/settings': [() => '/admin/settings'],
  '/admin/settings/:name': [() => '/admin/settings/REGISTRATION', () => '/admin/settings/SMTP_URL'],
  '/admin/settings/:name/reset': [() => '/admin/settings/REGISTRATION/reset'],
  '/admin/webhooks': [() => '/admin/webhooks'],
  '/admin/webhooks/new': [() => '/admin/webhooks/new'],
  '/admin/webhooks/:id': [aWebhooksPage()],
  '/admin/webhooks/:id/edit': [aWebhooksPage('/edit')],
  '/admin/webhooks/:id/rotate-secret': [aWebhooksPage('/rotate-secret')],
  '/admin/webhooks/:id/deliveries': [aWebhooksPage('/deliveries'), aDeliverysPage(true)],
  '/admin/webhooks/:id/deliveries/:event_id': [aDeliverysPage(false)],
  '/admin/audit': [() => '/admin/audit', () => '/admin/audit?action=user.deleted'],
  '/admin/audit/:id': [
    async (served) => {
      const user = await aUser(served);
      const where = { action: 'user.created', targetId: user.id } as const;
      return `/admin/audit/${(await served.source.getRepository(AuditEvent).findOneByOrFail(where)).id}`;
    },
  ],
};

/** Routes that send no page. */
export const NO_PAGES: readonly string[] = ['/admin/audit/export', '/admin/charts/:file'];
