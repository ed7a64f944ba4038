import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';
import { v7 } from 'uuid';
import { randomToken } from '../crypto/random-token.js';
import type { AdminScope } from '../protocol/admin-scope.js';
import type { ClientMetadata } from '../protocol/client-metadata.js';
import { usesSecret } from '../protocol/grant-types.js';
import { violatedKey } from '../sql/violated-key.js';
import { ClientLogos } from './client-logos.service.js';
import { ClientSecretService } from './client-secret.service.js';
import { Client, type RegisteredBy } from './client.entity.js';
import { ClientService } from './client.service.js';
import { DuplicateClientError } from './duplicate-client-error.js';
import { type ChangeableColumns, changeableColumns, isConfidential, looksTheSame } from './metadata-of-client.js';
import { newRegistrationAccessToken } from './registration-access-token.js';
import { StateKeys } from './state-keys.js';

const CLIENT_ID_BYTES = 16;

/** What a registration may bring besides its metadata. */
export interface RegistrationOptions {
  /** The row's id, made when a form was shown: a form that is sent twice makes one app. */
  readonly id?: string | undefined;
  /** The logo's upload as it came. */
  readonly logo?: Buffer | undefined;
  readonly registeredBy?: RegisteredBy;
  /** Only an administrator may say false, and only a confidential app can be one that cannot do PKCE. */
  readonly pkceRequired?: boolean;
  /** What it may be registered for at most, now and later. */
  readonly allowedScopes?: readonly string[] | undefined;
  /** Of the admin API; for an app of the installation only. */
  readonly adminScopes?: readonly AdminScope[] | undefined;
  /** Seconds after which the app ends unless it has been used. */
  readonly unusedLifetime?: number;
}

/** A new app with what is shown once; of the secret and the token only digests are kept. */
export interface Registration {
  readonly client: Client;
  /** Absent for a public client. */
  readonly clientSecret?: string;
  /** RFC 7592 §3. */
  readonly registrationAccessToken: string;
  /** 256 bits in base64url, for signing `state` values. */
  readonly stateKey: string;
}

/** What happens to the logo: a new upload, `null` for none; absent, it stays. */
export interface ClientUpdateOptions {
  readonly logo?: Buffer | null | undefined;
  /** A new registration access token in place of the one that the app was read with (RFC 7592 §2.2). */
  readonly registrationAccessTokenDigest?: Buffer;
}

type Change = Partial<ChangeableColumns & Pick<Client, 'logo' | 'registrationAccessTokenDigest'>>;

/** Makes, changes and deletes apps. Metadata comes through the one validator, `ClientMetadataCheck`. */
@Injectable()
export class ClientRegistration {
  constructor(
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly directory: ClientService,
    private readonly secrets: ClientSecretService,
    private readonly stateKeys: StateKeys,
    private readonly logos: ClientLogos,
  ) {}

  /**
   * Registers an app. The client id is ours and random, so no app can pass for a user or another app (attack A19).
   * @param owner null for an app that belongs to the installation
   * @throws DuplicateClientError when the id was used before
   * @throws PictureError
   */
  async register(
    owner: { readonly employeeId: string } | null,
    metadata: ClientMetadata,
    options: RegistrationOptions = {},
  ): Promise<Registration> {
    const { id = v7() } = options;
    checkNobodyOwns(owner, options);
    const { tokenEndpointAuthMethod: method } = metadata;
    const secret = usesSecret(method) ? this.secrets.create(method) : undefined;
    const { stateKey, sealed } = this.stateKeys.create(id);
    const { token: registrationAccessToken, digest } = newRegistrationAccessToken();
    const client = this.clients.create({
      ...newClient(metadata, options),
      id,
      ownerEmployeeId: owner?.employeeId ?? null,
      clientSecretDigest: secret?.digest ?? null,
      stateKey: sealed,
      registrationAccessTokenDigest: digest,
      logo: options.logo === undefined ? null : await this.logos.store(options.logo),
    });
    await this.insert(client);
    await this.directory.noteChange(client, 'client.created', { registeredBy: client.registeredBy, kind: client.kind });
    await this.fetchLogo(client);
    if (secret === undefined) return { client, registrationAccessToken, stateKey };
    await this.secrets.keep(client, secret);
    return { client, clientSecret: secret.secret, registrationAccessToken, stateKey };
  }

  /**
   * Replaces what its owner may change. Kind and id stay. A verified app whose look changes is not verified any more:
   * an admin vouched for what they saw (attack A23).
   * @param client as it was read
   * @returns false, and nothing is kept, when the app was changed since: read it and try again
   * @throws PictureError
   */
  async update(
    client: Client,
    metadata: ClientMetadata,
    { logo: upload, ...token }: ClientUpdateOptions = {},
  ): Promise<boolean> {
    const logo = await this.logos.next(client, { logoUri: metadata.openid.logo_uri, upload });
    const isSaved = await this.save(client, { ...changeableColumns(metadata), ...token, logo });
    if (logo !== client.logo) await this.logos.remove(isSaved ? client.logo : logo);
    if (isSaved) await this.secrets.keepNoMoreThan(client, metadata.tokenEndpointAuthMethod);
    return isSaved;
  }

  /**
   * Adds one callback URL. Of two additions at once none is lost.
   * @param client as it was read
   * @param redirectUri checked together with the rest of the metadata
   * @returns false when the app was changed since: read it and try again
   */
  addRedirectUri(client: Client, redirectUri: string): Promise<boolean> {
    return this.save(client, { redirectUris: [...client.redirectUris, redirectUri] });
  }

  /** Deletes the app. Its secrets, consents, grants and tokens go with it (foreign keys). */
  async delete(client: Client): Promise<void> {
    await this.clients.delete({ id: client.id });
    await this.directory.noteChange(client, 'client.deleted');
    await this.logos.remove(client.logo);
  }

  /**
   * Guarded by everything that people see of the app, as it was read: of two changes at once the second is told, so
   * that a change which looks harmless by itself never keeps an app verified that looks different by now. Nothing here
   * ever verifies an app.
   */
  private async save(read: Client, change: Change): Promise<boolean> {
    const { id, clientName, logo, redirectUris, metadata } = read;
    const isOtherLook = !looksTheSame(read, { clientName, logo, redirectUris, metadata, ...change });
    const { affected } = await this.clients
      .createQueryBuilder()
      .update()
      .set({ ...change, ...(isOtherLook && { isVerified: false }), updatedAt: new Date() })
      .where({ id, clientName, logo: logo ?? IsNull() })
      .andWhere('callbackurl = :seen AND metadata = :metadataSeen AND access_token = :tokenSeen', {
        seen: JSON.stringify(redirectUris),
        metadataSeen: JSON.stringify(metadata),
        tokenSeen: read.registrationAccessTokenDigest,
      })
      .execute();
    this.directory.forget(read.clientId);
    if (affected === 1) await this.directory.noteChange(read, 'client.updated', { members: Object.keys(change) });
    return affected === 1;
  }

  /** Of a new app: its row must be there, for what the owner is told about a logo that cannot be had. */
  private async fetchLogo(client: Client): Promise<void> {
    if (client.logo !== null || client.metadata.logo_uri === undefined) return;
    client.logo = await this.logos.fetch(client, client.metadata.logo_uri);
    if (client.logo !== null) await this.clients.update({ id: client.id }, { logo: client.logo });
  }

  private async insert(client: Client): Promise<void> {
    try {
      await this.clients.insert(client);
    } catch (error) {
      await this.logos.remove(client.logo);
      if (violatedKey(error) === undefined) throw error;
      throw new DuplicateClientError({ cause: error });
    }
  }
}

/** Its owner could take the rights over. */
function checkNobodyOwns(owner: object | null, { adminScopes }: RegistrationOptions): void {
  if (owner !== null && adminScopes !== undefined) throw new Error('an app of a user administers nothing');
}

/** What of a new app follows from its metadata alone. */
function newClient(
  metadata: ClientMetadata,
  { registeredBy = 'panel', pkceRequired = true, allowedScopes, adminScopes, unusedLifetime }: RegistrationOptions,
): Partial<Client> {
  const now = new Date();
  return {
    ...changeableColumns(metadata),
    clientId: `client_${randomToken(CLIENT_ID_BYTES)}`,
    kind: metadata.kind,
    pkceRequired: pkceRequired || !isConfidential(metadata),
    // RFC 9700 §4.14.2: refresh tokens of public clients are rotated or sender-constrained.
    refreshTokenRotation: !isConfidential(metadata),
    status: 'active',
    suspendedReason: null,
    isVerified: false,
    registeredBy,
    expiresAt: unusedLifetime === undefined ? null : new Date(now.getTime() + unusedLifetime * 1000),
    adminScopes: adminScopes === undefined ? null : [...adminScopes],
    allowedScopes: allowedScopes === undefined ? null : [...allowedScopes],
    createdAt: now,
    updatedAt: now,
  };
}
