import { Injectable } from '@nestjs/common';
import { isPairwise, pairwiseSubject, sectorIdentifier, type SubjectClient } from '../protocol/subject.js';
import { InstallationSecretStore } from '../installation/installation-secret.store.js';

/** The `sub` under which each client sees a user: everything that names a user to a client asks here. */
@Injectable()
export class Subjects {
  constructor(private readonly secrets: InstallationSecretStore) {}

  /** The user's own id, or one that means something in the client's sector only (OpenID Connect Core §8). */
  async of(client: SubjectClient, userId: string): Promise<string> {
    if (!isPairwise(client)) return userId;
    const sector = sectorIdentifier(client);
    // Registration refuses such a client; the user's own id must not be what it gets instead.
    if (sector === undefined) throw new Error('a pairwise client has no single sector');
    return pairwiseSubject(await this.secrets.get('pairwise_salt'), sector, userId);
  }
}
