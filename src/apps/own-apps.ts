import { Injectable } from '@nestjs/common';
import { validate } from 'uuid';
import type { Client } from '../clients/client.entity.js';
import { ClientService } from '../clients/client.service.js';
import { PageError } from '../http/page-error.js';
import { usesSecret } from '../protocol/grant-types.js';
import type { CurrentSession } from '../session/session.service.js';

/** The apps of whoever is signed in. */
@Injectable()
export class OwnApps {
  constructor(private readonly clients: ClientService) {}

  /**
   * One's own app, with its live secrets. Somebody else's looks like one that never was.
   * @throws PageError `not_found`
   */
  async require({ user }: CurrentSession, id: string): Promise<Client> {
    const client = validate(id) ? await this.clients.owned(user.employeeId, id) : undefined;
    if (client === undefined) throw new PageError('not_found');
    return client;
  }

  /**
   * One's own app that has a secret, or should have one.
   * @throws PageError `not_found`
   */
  async requireWithSecret(session: CurrentSession, id: string): Promise<Client> {
    const client = await this.require(session, id);
    if (!usesSecret(client.tokenEndpointAuthMethod)) throw new PageError('not_found');
    return client;
  }
}
