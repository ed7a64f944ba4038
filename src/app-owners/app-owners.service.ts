import { Injectable } from '@nestjs/common';
import type { Client } from '../clients/client.entity.js';
import { Settings } from '../config/settings.js';
import { currentOrigin } from '../http/origin.js';
import { Notices } from '../mail/notices.service.js';
import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';

/** What became of a secret; replaced: of whatever the app proves itself with. */
export interface SecretChange {
  readonly act: 'made' | 'ended' | 'replaced';
  /** Of one that replaces others: how many seconds they go on. */
  readonly overlap?: number;
}

/** Who owns an app, and what they are told of its secrets: whoever has one can do what the app can. */
@Injectable()
export class AppOwners {
  constructor(
    private readonly users: UserService,
    private readonly notices: Notices,
    private readonly settings: Settings,
  ) {}

  /** Null for an app of the installation. To be asked before a change: nothing may fail once it is made. */
  async of({ ownerEmployeeId }: Pick<Client, 'ownerEmployeeId'>): Promise<User | null> {
    return ownerEmployeeId === null ? null : this.byNumber(ownerEmployeeId);
  }

  byNumber(employeeId: string): Promise<User | null> {
    return this.users.byEmployeeId(employeeId);
  }

  /** The owner has made another secret themselves, or somebody at their browser. Never throws. */
  async tellOfOwnSecret(owner: User, client: Client): Promise<void> {
    if (isReached(owner)) await this.notices.tell(owner, 'app-secret-rotated', this.valuesOf(client));
  }

  /** Somebody who administers the installation made, ended or replaced a secret; not the owner, who knows of it. Never throws. */
  async tellOfSecret(owner: User | null, client: Client, { act, overlap }: SecretChange): Promise<void> {
    const { actor } = currentOrigin();
    if (owner === null || !isReached(owner) || (actor.type === 'user' && actor.id === owner.id)) return;
    const othersEndAt = overlap === undefined ? null : new Date(Date.now() + overlap * 1000).toISOString();
    const values = {
      ...this.valuesOf(client),
      wasEnded: act === 'ended',
      wasReplaced: act === 'replaced',
      othersEndAt,
    };
    await this.notices.tell(owner, 'app-secret-by-staff', values);
  }

  private valuesOf({ id, clientName }: Client) {
    return { app: clientName, at: new Date().toISOString(), appUrl: `${this.settings.issuer}/apps/${id}` };
  }
}

/** At a proven address: the name of an app must not become an advertisement in a stranger's mailbox. */
function isReached({ emailVerifiedAt }: User): boolean {
  return emailVerifiedAt !== null;
}
