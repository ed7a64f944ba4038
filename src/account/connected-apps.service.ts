import { Injectable } from '@nestjs/common';
import { appViewOf } from '../clients/app-view-of.js';
import { registeredClient } from '../clients/registered-client.js';
import { Settings } from '../config/settings.js';
import { ConsentAdministration } from '../consent/consent-administration.service.js';
import type { Consent } from '../consent/consent.entity.js';
import { ConsentService } from '../consent/consent.service.js';
import { permissionText } from '../consent/permission-texts.js';
import type { ConnectedApp } from '../pages/connected-apps/connected-apps.page.js';
import { initiateLoginUrl } from '../protocol/initiate-login.js';
import { type DefinedScopes, stillDefined } from '../protocol/custom-scope.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { GrantService } from '../token/grant.service.js';
import type { User } from '../users/user.entity.js';

export interface ConnectedAppList {
  readonly apps: readonly ConnectedApp[];
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

/** Brings together what src/consent and src/token know about the apps that a user allowed. */
@Injectable()
export class ConnectedAppsService {
  constructor(
    private readonly consents: ConsentService,
    private readonly administration: ConsentAdministration,
    private readonly grants: GrantService,
    private readonly catalogue: ScopeCatalogue,
    private readonly settings: Settings,
  ) {}

  /** The user's apps, twenty at a time. The same three statements however many there are. */
  async list(user: User, page: number): Promise<ConnectedAppList> {
    const { consents, total, size } = await this.consents.listOf(user.id, page);
    const usage = await this.grants.summaryOf(user.id);
    const defined = await this.catalogue.among(consents.flatMap(({ grantedScopes }) => grantedScopes));
    const apps = consents.map((consent) => {
      const lastUsedAt = usage.get(consent.clientRowId)?.lastUsedAt;
      return Object.assign(connectedApp(consent, lastUsedAt, defined), this.openLink(consent, user));
    });
    return { apps, page, size, total };
  }

  /** One of the user's apps; somebody else's is not found. */
  async find(userId: string, consentId: string): Promise<ConnectedApp | undefined> {
    const consent = await this.consents.owned(userId, consentId);
    if (consent === undefined) return undefined;
    const usage = await this.grants.summaryOf(userId);
    const defined = await this.catalogue.among(consent.grantedScopes);
    return connectedApp(consent, usage.get(consent.clientRowId)?.lastUsedAt, defined);
  }

  /** Takes back what the user allowed the app: its tokens die at once, and it has to ask again. */
  async remove(userId: string, consentId: string): Promise<void> {
    const consent = await this.consents.owned(userId, consentId);
    if (consent !== undefined) await this.administration.withdraw(consent);
  }

  /** Where the app begins a login by itself, if it can. It is told who comes only as far as it may know that anyway. */
  private openLink({ client, grantedScopes }: Consent, { username, email }: User): Pick<ConnectedApp, 'openUrl'> {
    const hints = { profile: username, email };
    const [loginHint] = Object.entries(hints).flatMap(([scope, hint]) => (grantedScopes.includes(scope) ? [hint] : []));
    const openUrl = initiateLoginUrl(client?.metadata.initiate_login_uri, {
      issuer: this.settings.issuer,
      loginHint,
      targetLinkUri: client?.clientUri ?? undefined,
    });
    return openUrl === undefined ? {} : { openUrl };
  }
}

function connectedApp(consent: Consent, lastUsedAt: Date | null | undefined, defined: DefinedScopes): ConnectedApp {
  if (consent.client === undefined) throw new Error('a consent was read without its app');
  const client = registeredClient(consent.client);
  return {
    ...appViewOf(client),
    consentId: consent.id,
    isVerified: client.isVerified,
    // Signing in goes without saying.
    permissions: stillDefined(consent.grantedScopes, consent.updatedAt, defined)
      .filter((permission) => permission !== 'openid')
      .map((permission) => permissionText(permission, defined)),
    allowedAt: consent.createdAt,
    ...(client.ownerName === null ? {} : { ownerName: client.ownerName }),
    ...(lastUsedAt === null || lastUsedAt === undefined ? {} : { lastUsedAt }),
  };
}
