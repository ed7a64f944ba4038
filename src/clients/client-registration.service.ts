import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v7 } from 'uuid';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { open, seal } from '../crypto/seal.js';
import { PictureService } from '../pictures/picture.service.js';
import type { ClientMetadata } from '../protocol/client-metadata.js';
import { APP_KIND_RULES } from '../protocol/grant-types.js';
import { violatedKey } from '../sql/violated-key.js';
import { Client } from './client.entity.js';
import { ClientSecretService } from './client-secret.service.js';
import { ClientService } from './client.service.js';
import { DuplicateClientError } from './duplicate-client-error.js';
import { appearanceOf } from './registered-client.js';

const STATE_KEY_BYTES = 32;
const CLIENT_ID_BYTES = 16;

/** What a registration may bring besides its metadata. */
export interface RegistrationOptions {
  /** The row's id, made when a form was shown: a form that is sent twice makes one app. */
  readonly id?: string;
  /** The logo's upload as it came. */
  readonly logo?: Buffer | undefined;
}

/** A new app with what is shown once and kept only as digests. */
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
}

/** Makes, changes and deletes apps. Metadata comes through the one validator in src/protocol/client-metadata.ts. */
@Injectable()
export class ClientRegistration {
  constructor(
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly directory: ClientService,
    private readonly secrets: ClientSecretService,
    private readonly pictures: PictureService,
    private readonly settings: Settings,
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
    { id = v7(), logo: upload }: RegistrationOptions = {},
  ): Promise<Registration> {
    const stateKey = randomToken(STATE_KEY_BYTES);
    const registrationAccessToken = `dwr_${randomToken()}`;
    const logo = upload === undefined ? null : await this.pictures.store(upload);
    const now = new Date();
    const client = this.clients.create({
      id,
      clientId: `client_${randomToken(CLIENT_ID_BYTES)}`,
      ownerEmployeeId: owner?.employeeId ?? null,
      kind: metadata.kind,
      ...changeable(metadata),
      logo,
      clientSecretDigest: null,
      stateKey: seal(this.settings.secretKeys, sealContext(id), Buffer.from(stateKey, 'base64url')),
      pkceRequired: true,
      refreshTokenRotation: !isConfidential(metadata),
      registrationAccessTokenDigest: sha256(registrationAccessToken),
      status: 'active',
      isVerified: false,
      createdAt: now,
      updatedAt: now,
    });
    await this.insert(client);
    const shownOnce = { client, registrationAccessToken, stateKey };
    return isConfidential(metadata) ? { ...shownOnce, clientSecret: await this.secrets.first(client) } : shownOnce;
  }

  /**
   * Replaces what its owner may change. Kind and id stay. A verified app whose look changes is not verified any more:
   * an admin vouched for what they saw (attack A23).
   * @throws PictureError
   */
  async update(client: Client, metadata: ClientMetadata, { logo: upload }: ClientUpdateOptions = {}): Promise<void> {
    const logo = upload ? await this.pictures.store(upload) : upload === null ? null : client.logo;
    const next = { ...changeable(metadata), logo };
    await this.clients.update(
      { id: client.id },
      { ...next, isVerified: client.isVerified && looksTheSame(client, next), updatedAt: new Date() },
    );
    this.directory.forget(client.clientId);
    if (logo !== client.logo) await this.pictures.remove(client.logo);
  }

  /** Deletes the app. Its secrets, consents, grants and tokens go with it (foreign keys). */
  async delete(client: Client): Promise<void> {
    await this.clients.delete({ id: client.id });
    this.directory.forget(client.clientId);
    await this.pictures.remove(client.logo);
  }

  /** The key that the relying party signs its `state` values with, for its owner's eyes. */
  stateKeyOf(client: Client): string {
    return open(this.settings.secretKeys, sealContext(client.id), client.stateKey).toString('base64url');
  }

  private async insert(client: Client): Promise<void> {
    try {
      await this.clients.insert(client);
    } catch (error) {
      await this.pictures.remove(client.logo);
      if (violatedKey(error) === undefined) throw error;
      throw new DuplicateClientError({ cause: error });
    }
  }
}

/** The columns that follow from metadata and may change later. */
function changeable(metadata: ClientMetadata) {
  const { clientName, clientUri, redirectUris, grantTypes, scopes, tokenEndpointAuthMethod } = metadata;
  return {
    clientName,
    clientUri: clientUri ?? null,
    redirectUris: [...redirectUris],
    grantTypes: [...grantTypes],
    scopes: [...scopes],
    tokenEndpointAuthMethod,
  };
}

function isConfidential({ kind }: ClientMetadata): boolean {
  return APP_KIND_RULES[kind].isConfidential;
}

function looksTheSame(before: Client, after: Pick<Client, 'clientName' | 'logo' | 'redirectUris'>): boolean {
  return JSON.stringify(appearanceOf(before)) === JSON.stringify(appearanceOf(after));
}

function sealContext(id: string): string {
  return `oauth_clients.oauth_state_token ${id}`;
}
