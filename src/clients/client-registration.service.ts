import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';
import { v7 } from 'uuid';
import type { ClientMetadata } from '../protocol/client-metadata.js';
import { usesSecret } from '../protocol/grant-types.js';
import { nextVersion } from '../sql/next-version.js';
import { violatedKey } from '../sql/violated-key.js';
import { actOfMaking, actsOf, type ClientDecision } from './client-decision.js';
import { ClientLogos } from './client-logos.service.js';
import { ClientSecretService } from './client-secret.service.js';
import { Client } from './client.entity.js';
import { ClientService } from './client.service.js';
import { DuplicateClientError } from './duplicate-client-error.js';
import {
  type ChangeableColumns,
  changeableColumns,
  changedCredentials,
  changedMembers,
  looksTheSame,
} from './metadata-of-client.js';
import { newClient, type RegistrationOptions } from './new-client.js';
import { newRegistrationAccessToken } from './registration-access-token.js';
import { StateKeys } from './state-keys.js';

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
  /** What those who administer the installation decide in the same change, which is about the version that they have seen. */
  readonly decision?: ClientDecision;
}

type Change = Partial<ChangeableColumns & Pick<Client, 'logo' | 'registrationAccessTokenDigest'>>;

/** The version that a change is about, where any other one will not do. */
interface Seen {
  readonly version?: Date | undefined;
}

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
    const secret = usesSecret(method) ? this.secrets.create(method, options.clientSecret) : undefined;
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
    await this.directory.noteActs(client, [actOfMaking(client)]);
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
    { logo: upload, decision, ...token }: ClientUpdateOptions = {},
  ): Promise<boolean> {
    const logo = await this.logos.next(client, { logoUri: metadata.openid.logo_uri, upload });
    const version = decision && client.updatedAt;
    const isSaved = await this.save(
      client,
      { ...changeableColumns(metadata), ...token, ...decision, logo },
      { version },
    );
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

  /**
   * Deletes the app. Its secrets, consents, grants and tokens go with it (foreign keys).
   * @returns whether this call did it
   */
  async delete(client: Client, { version }: Seen = {}): Promise<boolean> {
    const { affected } = await this.clients.delete({ id: client.id, ...(version && { updatedAt: version }) });
    this.directory.forget(client.clientId);
    if (affected !== 1) return false;
    await this.directory.noteChange(client, 'client.deleted');
    await this.logos.remove(client.logo);
    return true;
  }

  /**
   * Guarded by everything that people see of the app, as it was read: of two changes at once the second is told, so
   * that a change which looks harmless by itself never keeps an app verified that looks different by now. Nothing here
   * ever verifies an app.
   */
  private async save(read: Client, change: Change & ClientDecision, { version }: Seen = {}): Promise<boolean> {
    const { id, clientName, logo, redirectUris, metadata } = read;
    const isOtherLook = !looksTheSame(read, { clientName, logo, redirectUris, metadata, ...change });
    const columns = { ...change, ...(isOtherLook && { isVerified: false }) };
    const members = changedMembers(read, columns);
    if (members.length === 0) return version === undefined || this.clients.existsBy({ id, updatedAt: version });
    const { affected } = await this.clients
      .createQueryBuilder()
      .update()
      .set({ ...columns, updatedAt: () => nextVersion(this.clients.manager) })
      .where({ id, clientName, logo: logo ?? IsNull(), ...(version && { updatedAt: version }) })
      .andWhere('callbackurl = :seen AND metadata = :metadataSeen AND access_token = :tokenSeen', {
        seen: JSON.stringify(redirectUris),
        metadataSeen: JSON.stringify(metadata),
        tokenSeen: read.registrationAccessTokenDigest,
      })
      .execute();
    this.directory.forget(read.clientId);
    if (affected !== 1) return false;
    await this.directory.noteChange(read, 'client.updated', { members });
    const credentials = changedCredentials(read, change);
    if (credentials.length > 0) {
      await this.directory.noteChange(read, 'client.credentials_changed', { members: credentials });
    }
    await this.directory.noteActs(read, actsOf(read, columns));
    return true;
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
