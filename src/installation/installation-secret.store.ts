import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Settings } from '../config/settings.js';
import { isSealedByNewest, open, seal } from '../crypto/seal.js';
import { inserted } from '../sql/inserted.js';
import { InstallationSecret, type InstallationSecretName } from './installation-secret.entity.js';
import { UnopenableSecretError } from './unopenable-secret-error.js';

const BYTES = 32;

/**
 * Owns `installation_secrets`: made when first needed, read once by each process, never changed. Sealed anew after a
 * rotation of SECRET_KEY, so that the old key can go.
 */
@Injectable()
export class InstallationSecretStore {
  private readonly read = new Map<InstallationSecretName, Promise<Buffer>>();

  constructor(
    @InjectRepository(InstallationSecret) private readonly secrets: Repository<InstallationSecret>,
    private readonly settings: Settings,
  ) {}

  /** @throws UnopenableSecretError when the key that sealed it is not in SECRET_KEY: another value would be another identity */
  get(name: InstallationSecretName): Promise<Buffer> {
    const known = this.read.get(name);
    if (known !== undefined) return known;
    const reading = this.findOrMake(name);
    this.read.set(name, reading);
    // A database that was away for a moment must not be remembered.
    reading.catch(() => this.read.delete(name));
    return reading;
  }

  /**
   * Makes a new value in place of one that no key of SECRET_KEY opens, and leaves one that opens alone. Only for when an
   * operator has said that the old key is lost: whatever hangs from the old value is lost with it.
   */
  async replaceLost(name: InstallationSecretName): Promise<void> {
    const row = await this.secrets.findOneBy({ name });
    if (row === null || this.opens(row)) return;
    await this.secrets.update({ name, value: row.value }, { value: this.seal(name, randomBytes(BYTES)) });
    this.read.delete(name);
  }

  private opens(row: InstallationSecret): boolean {
    try {
      this.opened(row);
      return true;
    } catch {
      return false;
    }
  }

  private opened({ name, value }: InstallationSecret): Buffer {
    try {
      return open(this.settings.secretKeys, contextOf(name), value);
    } catch (cause) {
      throw new UnopenableSecretError(name, { cause });
    }
  }

  private async findOrMake(name: InstallationSecretName): Promise<Buffer> {
    const found = (await this.find(name)) ?? (await this.make(name)) ?? (await this.find(name));
    if (found === undefined) throw new Error(`the installation secret ${name} is gone`);
    return found;
  }

  private async find(name: InstallationSecretName): Promise<Buffer | undefined> {
    const row = await this.secrets.createQueryBuilder('secret').where({ name }).getOne();
    if (row === null) return undefined;
    const bytes = this.opened(row);
    if (!isSealedByNewest(this.settings.secretKeys, row.value)) await this.sealAnew(row, bytes);
    return bytes;
  }

  /** Of several processes one is first; what the others would write means the same. */
  private async sealAnew({ name, value }: InstallationSecret, bytes: Buffer): Promise<void> {
    await this.secrets.update({ name, value }, { value: this.seal(name, bytes) });
  }

  private seal(name: InstallationSecretName, bytes: Buffer): string {
    return seal(this.settings.secretKeys, contextOf(name), bytes);
  }

  /** The primary key decides: of several processes that start at once, one makes it. */
  private async make(name: InstallationSecretName): Promise<Buffer | undefined> {
    const bytes = randomBytes(BYTES);
    const row = { name, value: this.seal(name, bytes), createdAt: new Date() };
    return (await inserted(() => this.secrets.insert(row))) ? bytes : undefined;
  }
}

function contextOf(name: InstallationSecretName): string {
  return `installation_secrets.value ${name}`;
}
