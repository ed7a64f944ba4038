import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { sqlNow } from '../sql/now.js';
import { Client } from './client.entity.js';
import { ClientSecret } from './client-secret.entity.js';
import { ClientService } from './client.service.js';
import { SecretDigests } from './secret-digests.js';
import { TooManySecretsError } from './too-many-secrets-error.js';

/** Every authentication compares with all of them. */
const MAX_LIVE_SECRETS = 5;

/** Which secrets are older than a given one. Two of one moment are ordered by digest, so that one is the newest. */
const OLDER = '(created_at < :createdAt OR (created_at = :createdAt AND digest < :digest))';

/**
 * Owns `oauth_client_secrets`. The steps of a rotation are single statements in an order in which a crash between
 * them leaves too many valid secrets, never none: the owner sees them in the panel and rotates again. Rotations at
 * the same time end with the newest secret current.
 */
@Injectable()
export class ClientSecretService {
  constructor(
    @InjectRepository(ClientSecret) private readonly secrets: Repository<ClientSecret>,
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly digests: SecretDigests,
    private readonly directory: ClientService,
  ) {}

  /** Gives a new client its first secret. @returns the secret, for showing once */
  async first(client: Client): Promise<string> {
    const { secret } = await this.add(client);
    return secret;
  }

  /**
   * Makes a new current secret; those before it keep working for the overlap, so that deployments can change over.
   * @param overlap seconds; 0 ends them at once
   * @returns the secret, for showing once
   * @throws TooManySecretsError
   */
  async rotate(client: Client, overlap: number): Promise<string> {
    await this.forgetExpired(client);
    if (overlap > 0) await this.checkRoom(client);
    const { secret, digest } = await this.add(client);
    await this.endOlder(client, digest, overlap);
    this.directory.forget(client.clientId);
    return secret;
  }

  /** Ends a secret that is running out anyway. The current one stays: it is replaced by rotation only. */
  async revoke(client: Client, digest: Buffer): Promise<void> {
    await this.secrets
      .createQueryBuilder()
      .delete()
      .where('client_row_id = :id AND digest = :digest AND expires_at IS NOT NULL', { id: client.id, digest })
      .execute();
    this.directory.forget(client.clientId);
  }

  private async add(client: Client): Promise<{ secret: string; digest: Buffer }> {
    const { secret, digest, hint } = this.digests.create();
    const createdAt = () => sqlNow(this.secrets.manager);
    await this.secrets
      .createQueryBuilder()
      .insert()
      .values({ digest, clientRowId: client.id, hint, createdAt, expiresAt: null, lastUsedAt: null })
      .execute();
    await this.pointAtNewest(client);
    this.directory.forget(client.clientId);
    return { secret, digest };
  }

  private async pointAtNewest(client: Client): Promise<void> {
    const newest =
      'SELECT digest FROM oauth_client_secrets WHERE client_row_id = :id ORDER BY created_at DESC, digest DESC LIMIT 1';
    await this.clients
      .createQueryBuilder()
      .update()
      .set({ clientSecretDigest: () => `(${newest})`, updatedAt: new Date() })
      .where('id = :id', { id: client.id })
      .execute();
  }

  private async endOlder(client: Client, digest: Buffer, overlap: number): Promise<void> {
    const { createdAt } = await this.secrets.findOneByOrFail({ digest });
    const parameters = { id: client.id, createdAt: createdAt.getTime(), digest };
    const older = `client_row_id = :id AND ${OLDER}`;
    if (overlap === 0) {
      await this.secrets.createQueryBuilder().delete().where(older, parameters).execute();
      return;
    }
    const end = `${sqlNow(this.secrets.manager)} + ${overlap * 1000}`;
    await this.secrets
      .createQueryBuilder()
      .update()
      .set({ expiresAt: () => end })
      .where(`${older} AND (expires_at IS NULL OR expires_at > ${end})`, parameters)
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
