import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, type Repository } from 'typeorm';
import { nextVersion } from '../sql/next-version.js';
import { sqlNow } from '../sql/now.js';
import { ClientSecret } from './client-secret.entity.js';
import { Client } from './client.entity.js';
import { ClientService } from './client.service.js';
import { type NewSecret, SecretDigests } from './secret-digests.js';
import { SealedSecrets } from './sealed-secrets.js';
import { TooManySecretsError } from './too-many-secrets-error.js';

/** Every authentication compares with all of them. */
const MAX_LIVE_SECRETS = 5;

/** RFC 7518 §3.2: a key for HS512 is at least 64 bytes long; these are 64 characters and the prefix. */
const HMAC_SECRET_BYTES = 48;

/** All of a client's secrets but the one that `oauth_clients.oauth_client_secret` points at. */
const NOT_CURRENT = `client_row_id = :id AND digest <> (SELECT oauth_client_secret FROM oauth_clients WHERE id = :id)`;

/**
 * Owns `oauth_client_secrets`. A rotation is a few single statements in an order in which a crash between them leaves
 * too many valid secrets, never none: the owner sees them in the panel and rotates again.
 */
@Injectable()
export class ClientSecretService {
  constructor(
    @InjectRepository(ClientSecret) private readonly secrets: Repository<ClientSecret>,
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly digests: SecretDigests,
    private readonly sealed: SealedSecrets,
    private readonly directory: ClientService,
  ) {}

  /** A new secret for a client of this method, not kept yet: random, or one that an operator chose. */
  create(tokenEndpointAuthMethod: string, chosen?: string): NewSecret {
    if (chosen !== undefined) return this.digests.of(chosen);
    return isForHmac(tokenEndpointAuthMethod) ? this.digests.create(HMAC_SECRET_BYTES) : this.digests.create();
  }

  /** Whether it is one of the secrets that the client was read with. */
  isLive(client: Client, presented: unknown): boolean {
    return typeof presented === 'string' && this.rowOf(client, presented) !== undefined;
  }

  /** What is kept of this secret, when it is one of those that the client was read with. */
  rowOf({ secrets = [] }: Client, secret: string): ClientSecret | undefined {
    return this.digests.match(secret, secrets);
  }

  /** Whether it is the newest of the secrets that the client was read with. */
  isCurrent(client: Client, presented: string): boolean {
    const row = this.rowOf(client, presented);
    return row !== undefined && client.clientSecretDigest !== null && row.digest.equals(client.clientSecretDigest);
  }

  /** Whether there is room for another one beside those that the client was read with. */
  hasRoom({ secrets = [] }: Client): boolean {
    return secrets.length < MAX_LIVE_SECRETS;
  }

  /** Whether it is a live or expired secret of any app: none is ever used twice. */
  isKept(presented: string): Promise<boolean> {
    return this.secrets.existsBy({ digest: In(this.digests.candidates(presented)) });
  }

  /** Keeps a secret that the client's row points at already: its digest, and what its method needs besides. */
  async keep(client: Client, { digest, hint, secret }: NewSecret): Promise<void> {
    const sealedSecret = isForHmac(client.tokenEndpointAuthMethod) ? this.sealed.seal(client.id, secret) : null;
    const createdAt = () => sqlNow(this.secrets.manager);
    await this.secrets
      .createQueryBuilder()
      .insert()
      .values({ digest, clientRowId: client.id, hint, sealedSecret, createdAt, expiresAt: null, lastUsedAt: null })
      .updateEntity(false)
      .execute();
  }

  /**
   * Makes a new current secret; those before it keep working for the overlap, so that deployments can change over.
   * @param client as the owner saw it: when its current secret has been replaced since, nothing happens, so that a
   *   form that is sent twice does not end the secret that it just showed
   * @param overlap seconds; 0 ends the others at once
   * @param chosen by an operator; random when absent
   * @returns the secret, for showing once; undefined when nothing happened
   * @throws TooManySecretsError
   */
  async rotate(client: Client, overlap: number, chosen?: string): Promise<string | undefined> {
    await this.forgetExpired(client);
    if (overlap > 0) await this.checkRoom(client);
    const next = this.create(client.tokenEndpointAuthMethod, chosen);
    if (!(await this.replaceCurrent(client, next))) return undefined;
    await this.keep(client, next);
    await this.endOthers(client, overlap);
    await this.directory.noteChange(client, 'client.secret_rotated', { overlap });
    return next.secret;
  }

  /**
   * Ends a secret that is running out anyway. The current one stays: it is replaced by rotation only.
   * @returns whether this call ended it
   */
  async revoke(client: Client, digest: Buffer): Promise<boolean> {
    const { affected } = await this.secrets
      .createQueryBuilder()
      .delete()
      .where(`${NOT_CURRENT} AND digest = :digest`, { id: client.id, digest })
      .execute();
    this.directory.forget(client.clientId);
    if (affected === 1) await this.directory.noteChange(client, 'client.secret_revoked');
    return affected === 1;
  }

  /** Forgets the secrets themselves, when the method that the client has by now does not need them. Digests stay. */
  async keepNoMoreThan(client: Client, tokenEndpointAuthMethod: string): Promise<void> {
    if (isForHmac(tokenEndpointAuthMethod)) return;
    await this.secrets.update({ clientRowId: client.id }, { sealedSecret: null });
    this.directory.forget(client.clientId);
  }

  private async replaceCurrent(client: Client, { digest }: NewSecret): Promise<boolean> {
    const { affected } = await this.clients
      .createQueryBuilder()
      .update()
      .set({ clientSecretDigest: digest, updatedAt: () => nextVersion(this.clients.manager) })
      .where({ id: client.id, clientSecretDigest: client.clientSecretDigest ?? IsNull() })
      .execute();
    return affected === 1;
  }

  private async endOthers(client: Client, overlap: number): Promise<void> {
    const { id } = client;
    if (overlap === 0) {
      await this.secrets.createQueryBuilder().delete().where(NOT_CURRENT, { id }).execute();
      return;
    }
    const end = `${sqlNow(this.secrets.manager)} + ${overlap * 1000}`;
    await this.secrets
      .createQueryBuilder()
      .update()
      .set({ expiresAt: () => end })
      .where(`${NOT_CURRENT} AND (expires_at IS NULL OR expires_at > ${end})`, { id })
      .execute();
  }

  private async forgetExpired(client: Client): Promise<void> {
    await this.secrets
      .createQueryBuilder()
      .delete()
      .where(`client_row_id = :id AND expires_at <= ${sqlNow(this.secrets.manager)}`, { id: client.id })
      .execute();
  }

  /** A soft bound: two rotations at once may exceed it by one. */
  private async checkRoom(client: Client): Promise<void> {
    const live = await this.secrets.countBy({ clientRowId: client.id });
    if (live >= MAX_LIVE_SECRETS) throw new TooManySecretsError(MAX_LIVE_SECRETS);
  }
}

function isForHmac(tokenEndpointAuthMethod: string): boolean {
  return tokenEndpointAuthMethod === 'client_secret_jwt';
}
