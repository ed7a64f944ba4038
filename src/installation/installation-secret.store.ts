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

interface OpenedSecret {
  readonly name: InstallationSecretName;
  readonly value: Buffer;
  readonly isMarked: boolean;
}

/**
 * Owns `installation_secrets`: made when first needed, read once by each process, never changed. Sealed anew after a
 * rotation of SECRET_KEY, so that the old key can go.
 */
@Injectable()
export class InstallationSecretStore {
  private readonly read = new Map<InstallationSecretName, Promise<OpenedSecret>>();

  constructor(
    @InjectRepository(InstallationSecret) private readonly secrets: Repository<InstallationSecret>,
    private readonly settings: Settings,
  ) {}

  /** @throws UnopenableSecretError when the key that sealed it is not in SECRET_KEY: another value would be another identity */
  async get(name: InstallationSecretName): Promise<Buffer> {
    return (await this.opened(name)).value;
  }

  /** Whether what hangs from the value is complete. */
  async isMarked(name: InstallationSecretName): Promise<boolean> {
    return (await this.opened(name)).isMarked;
  }

  /**
   * Says for good that what hangs from the value is complete. The mark is part of what is sealed: who has only the
   * database can neither make one nor take one off, but for losing the value with it.
   */
  async mark(name: InstallationSecretName): Promise<void> {
    const row = await this.secrets.findOneByOrFail({ name });
    const { value, isMarked } = this.open(row);
    if (!isMarked) await this.replace(row, this.seal({ name, value, isMarked: true }));
    this.read.delete(name);
  }

  private opened(name: InstallationSecretName): Promise<OpenedSecret> {
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
    // Marked: what hangs from the old value will not be completed under the new one.
    await this.replace(row, this.seal({ name, value: randomBytes(BYTES), isMarked: true }));
    this.read.delete(name);
  }

  private opens(row: InstallationSecret): boolean {
    try {
      this.open(row);
      return true;
    } catch {
      return false;
    }
  }

  /** The mark is told by which context fits. */
  private open({ name, value }: InstallationSecret): OpenedSecret {
    const { secretKeys } = this.settings;
    try {
      return { name, value: open(secretKeys, contextOf(name, true), value), isMarked: true };
    } catch {
      return { name, value: this.openUnmarked(name, value), isMarked: false };
    }
  }

  private openUnmarked(name: InstallationSecretName, value: string): Buffer {
    try {
      return open(this.settings.secretKeys, contextOf(name, false), value);
    } catch (cause) {
      throw new UnopenableSecretError(name, { cause });
    }
  }

  private async findOrMake(name: InstallationSecretName): Promise<OpenedSecret> {
    const found = (await this.find(name)) ?? (await this.make(name)) ?? (await this.find(name));
    if (found === undefined) throw new Error(`the installation secret ${name} is gone`);
    return found;
  }

  private async find(name: InstallationSecretName): Promise<OpenedSecret | undefined> {
    const row = await this.secrets.createQueryBuilder('secret').where({ name }).getOne();
    if (row === null) return undefined;
    const secret = this.open(row);
    if (!isSealedByNewest(this.settings.secretKeys, row.value)) await this.replace(row, this.seal(secret));
    return secret;
  }

  /** Of several processes one is first; what the others would write means the same. */
  private async replace({ name, value }: InstallationSecret, sealed: string): Promise<void> {
    await this.secrets.update({ name, value }, { value: sealed });
  }

  private seal({ name, value, isMarked }: OpenedSecret): string {
    return seal(this.settings.secretKeys, contextOf(name, isMarked), value);
  }

  /** The primary key decides: of several processes that start at once, one makes it. */
  private async make(name: InstallationSecretName): Promise<OpenedSecret | undefined> {
    const secret = { name, value: randomBytes(BYTES), isMarked: false };
    const row = { name, value: this.seal(secret), createdAt: new Date() };
    return (await inserted(() => this.secrets.insert(row))) ? secret : undefined;
  }
}

function contextOf(name: InstallationSecretName, isMarked: boolean): string {
  return `installation_secrets.value ${name}${isMarked ? ' marked' : ''}`;
}
